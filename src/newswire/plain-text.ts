/**
 * The text in plain characters, each in its old place: full-width letters, digits and signs become ASCII, every kind of
 * blank a blank, markup brackets stay as they are. Same length, so places in it are places in the original.
 */
export function plainText(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＋－．％＄～／＆]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u3000\t]/g, ' ')
    .replace(/[‐‑–—−]/g, '-');
}

/** A piece of a text and where it begins. */
export interface Piece {
  text: string;
  start: number;
}

/** No sentence of news is longer; what stands beyond is no sentence, and would only cost time. */
const longestSentence = 1000;

/** A sentence, cut where it is too long to be one. */
export function bounded({ text, start }: Piece): Piece {
  return { text: text.slice(0, longestSentence), start };
}

/** Cuts a piece at each match of `separator`; the separators go, pieces that are blank too. */
export function cut({ text, start }: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ text: text.slice(from, match.index), start: start + from });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), start: start + from });
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** Does the text read as Chinese? A quarter of Chinese characters is enough: names and rounds are often Latin. */
export function isChinese(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > 0 && chinese * 4 >= text.replace(/[\s\d]/g, '').length * 0.6;
}
