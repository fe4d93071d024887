import { linear } from '@/domain/expression/linear';

/** 1 500 000, 1'500'000 and 1’500’000: groups of three that no mark of a decimal holds. */
const apartGroups = linear(/(?<![\d.,])\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?!\d)/g);
/** 12,50,00,000: as India groups. */
const indianGroups = linear(/(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])/g);
/** 1,0000,0000: as Chinese units group. */
const groupsOfFour = linear(/(?<![\d.,])\d{1,4}(?:,\d{4})+(?![\d,])/g);
/** 1.500.000 and 1.500,50: points between groups, with or without a comma before the decimals. */
const pointGroups = linear(/(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|\.\d{3},\d{1,2})(?![\d.,])/g);
/** 1,5 and 1500,75: one or two digits behind a comma are decimals, for no group is so short. */
const commaDecimals = linear(/(?<![\d.,])(\d+),(\d{1,2})(?![\d.,])/g);
const exponent = linear(/(?<![\d.,a-z])(\d{1,15}(?:\.\d{1,15})?)e\+?(\d{1,2})(?![a-z\d.])/gi);

/**
 * Numbers in every habit of grouping and of decimals, and with an exponent, as digits with a decimal point; groups of
 * three between commas (1,500,000) stay, for they are read everywhere. What no habit explains stays as it is.
 */
export function plainDigits(text: string): string {
  return text
    .replace(apartGroups, (groups) => groups.replace(/[^\d]/g, ''))
    .replace(indianGroups, (groups) => groups.replaceAll(',', ''))
    .replace(groupsOfFour, (groups) => groups.replaceAll(',', ''))
    .replace(pointGroups, (groups) => groups.replaceAll('.', '').replace(',', '.'))
    .replace(commaDecimals, '$1.$2')
    .replace(exponent, (whole, digits: string, power: string) => {
      const value = Number(`${digits}e${power}`);
      return value < 1e21 ? String(value) : whole;
    });
}
