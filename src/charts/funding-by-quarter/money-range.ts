import type { Lang } from '@/domain/bilingual';
import { fundingWords } from '@/i18n/charts';
import { formatCount } from '@/i18n/numbers';
import type { FundingRow, State } from './rows';

/** What is known of a sum: '至少 50亿元，至多 60亿元，2 笔未披露'. */
export function moneyRange(
  row: Pick<FundingRow, 'events' | 'floor' | 'ceiling' | 'undisclosed'>,
  state: State,
  lang: Lang,
): string {
  const words = fundingWords[lang];
  const money = (value: number) => words.money(formatCount(lang, value), state.currency);
  if (row.undisclosed === row.events) return words.undisclosedCount(row.undisclosed);
  const sum =
    row.ceiling === null
      ? words.floorOnly(money(row.floor))
      : row.ceiling === row.floor
        ? money(row.floor)
        : words.between(money(row.floor), money(row.ceiling));
  return row.undisclosed === 0 ? sum : words.withUndisclosed(sum, row.undisclosed);
}
