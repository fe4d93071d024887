const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const large: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** The value of a number in Chinese characters (三千万, 两亿五千万, 十亿), or null where the text is none. */
export function chineseNumber(text: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    if (character in digits) {
      digit = digits[character] ?? 0;
    } else if (character in small) {
      // 十二 has no digit before its ten.
      section += (digit ?? 1) * (small[character] ?? 1);
      digit = null;
    } else {
      const scale = large[character] ?? 1;
      section += digit ?? 0;
      // 万亿: what has been read so far is itself multiplied.
      if (section === 0 && total > 0) total *= scale;
      else total += (section || 1) * scale;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}
