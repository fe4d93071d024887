import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
/** Answers by character: a text holds few different ones, and the library is asked once for each. */
const simple = new Map<string, string>();

function simpleCharacter(character: string): string {
  const known = simple.get(character);
  if (known !== undefined) return known;
  convert ??= Converter({ from: 't', to: 'cn' });
  const found = convert(character);
  const answer = found.length === character.length ? found : character;
  simple.set(character, answer);
  return answer;
}

/**
 * The text in simplified characters, each in its old place: 階躍 becomes 阶跃. Character by character, since words that
 * change their length would move what stands behind them; the rules of the reader need no more.
 */
export function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, simpleCharacter);
}
