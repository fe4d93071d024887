import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { formatTotal } from '@/domain/totals';
import { evidenceWords } from '@/i18n/evidence';
import { marks, withBrackets } from '@/i18n/marks';
import { formatCount, formatNumber } from '@/i18n/numbers';
import type { Missing } from './dimension';
import type { Cell } from './subject-kind';
import type { NumberRange, Value } from './value';

/** Why a cell is empty, in a word. */
export function missingText(missing: Missing, lang: Lang): string {
  const words = evidenceWords[lang];
  if (missing === 'unknown') return words.unknown;
  return missing === 'undisclosed' ? words.undisclosed : words.notApplicable;
}

/** 40; 36–44; at least 40. */
export function rangeText({ min, max }: NumberRange, lang: Lang): string {
  const words = evidenceWords[lang];
  // Parameters are counted in billions; nobody reads all their digits.
  const number = (value: number) => (value >= 1e6 ? formatCount(lang, value) : formatNumber(lang, value));
  if (min !== null && max !== null) return min === max ? number(min) : `${number(min)}–${number(max)}`;
  if (min !== null) return words.atLeast(number(min));
  return max === null ? words.unknown : words.atMost(number(max));
}

/** A value as one line of text. */
export function valueText(value: Value, lang: Lang): string {
  const comma = marks[lang].list;
  switch (value.kind) {
    case 'names':
      return value.of
        .map(({ name, detail }) => (detail ? withBrackets(lang, name[lang], detail[lang]) : name[lang]))
        .join(comma);
    case 'words':
      return value.of.map((text) => text[lang]).join(marks[lang].semicolon);
    case 'count':
      return formatNumber(lang, value.of);
    case 'range':
      return rangeText(value.of, lang);
    case 'date':
      return formatPartialDate(value.of, lang);
    case 'money':
      return formatTotal(value.of, value.of.currency, lang);
  }
}

/** What a spreadsheet gets: a number where there is exactly one, else the text that people read. */
export function exportedValue(cell: Cell, lang: Lang): string | number {
  if (cell.value === null) return missingText(cell.missing, lang);
  const { value } = cell;
  if (value.kind === 'count') return value.of;
  if (value.kind === 'range' && value.of.min !== null && value.of.min === value.of.max) return value.of.min;
  return valueText(value, lang);
}
