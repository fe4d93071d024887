/** What somebody typed, without what no name holds and no database takes; at most `longest` characters. */
export function searchText(text: string, longest: number): string {
  const clean = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...clean].slice(0, longest).join('').trim();
}
