/**
 * Widths of texts in em, estimated from Noto Sans SC and the wider system fonts of pages. Worker threads cannot measure text, and a
 * picture must not differ between a thread and a browser, so nothing here asks the platform.
 */
const narrow = /[iljtfrI1.,:;'|!()[\]\- ]/;
const wide = /[mwMW@%—…]/;

/** The width of one line of text, in pixels. Errs on the wide side. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * fontSize;
}

/** The text, or as much of it as fits with '…'. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, fontSize) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

// A piece never breaks inside: a number with its Chinese measure word, a bracket with what it holds first, a word, what
// a no-break space holds together.
const pieces =
  /[（“《]*(?:[\d.,]+ ?(?:[万亿]+(?:[美港]?元)?|[\u2e80-\u2fff\u3040-\u9fff])|[\u2e80-\u2fff\u3040-\u9fff\uac00-\ufaff]|(?:[^\s\u2e80-\uffef]|[\u00a0\u202f])+|[\u2e80-\uffef])[，。；：、？！）”》’]*|[^\S\u00a0\u202f]+/g;

/** Breaks a text into lines: at blanks where there are some, between any two characters of Chinese. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/**
 * The same number of lines as `wrapText`, of about the same length: no single word on the last. Two lines of Chinese
 * part after a comma where both fit.
 */
export function balanceText(text: string, fontSize: number, width: number): string[] {
  const lines = wrapText(text, fontSize, width);
  const clauses = text.split(/(?<=[，；：、])/);
  if (
    lines.length === 2 &&
    clauses.length === 2 &&
    clauses.every((clause) => textWidth(clause, fontSize) <= width)
  ) {
    return clauses;
  }
  let best = lines;
  for (let narrower = width * 0.96; narrower > width * 0.5; narrower *= 0.96) {
    const tried = wrapText(text, fontSize, narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/** Breaks an address anywhere, so that nothing of it is lost. */
export function breakAnywhere(text: string, fontSize: number, width: number): string[] {
  const lines = [''];
  for (const character of text) {
    const line = (lines.at(-1) ?? '') + character;
    if (textWidth(line, fontSize) > width) lines.push(character);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (narrow.test(character)) return 0.36;
  if (wide.test(character)) return 0.95;
  return code >= 65 && code <= 90 ? 0.7 : 0.61;
}
