import type { EntryDelay } from '@/database/queries/delay-of-entries';
import type { Bilingual } from '@/domain/bilingual';

/** Fewer entries than this say nothing about how late the next one will be. */
const fewest = 10;

/**
 * The first day of the time that is still being filled in. Nine of ten events are entered within the measured delay,
 * so what lies further back is settled; and nothing is settled after the newest event, for want of any entry.
 */
export function fillingSince({ asOf, measured, days }: EntryDelay, newest: string | null): string | null {
  if (asOf === null || newest === null) return null;
  if (days === null || measured < fewest) return newest;
  const settled = new Date(Date.parse(`${asOf}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return settled < newest ? settled : newest;
}

/** What a reader has to know about the shaded time. */
export function fillingNote({ measured, days }: EntryDelay): Bilingual {
  return days === null || measured < fewest
    ? {
        zh: `阴影部分还在补录，数字偏低：最近一笔已录融资之后的时段，没有新录入不等于没有融资。录入迟多久，样本还太少（${measured} 笔），暂不能估计。`,
        en: `The shaded time is still being filled in and reads low: after the newest event on record, no entry does not mean no funding. Too few events (${measured}) were entered one by one to measure how late they come.`,
      }
    : {
        zh: `阴影部分还在补录，数字偏低：${measured} 笔逐条录入的融资里，九成在公布后 ${days} 天内录入。`,
        en: `The shaded time is still being filled in and reads low: of ${measured} events entered one by one, nine of ten came within ${days} days of the announcement.`,
      };
}
