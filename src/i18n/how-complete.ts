import { type Bilingual, type Lang, languages } from '@/domain/bilingual';
import type { HowComplete } from '@/domain/how-complete';
import { formatPartialDate } from '@/domain/partial-date';
import { formatNumber } from './numbers';

/** What stands where a series ends: how far the records reach, and how thick they lie there. Empty where there are none. */
export function howCompleteText({ records, undated, newest, last }: HowComplete, lang: Lang): string {
  if (records === 0) return '';
  const number = (value: number) => formatNumber(lang, value);
  const reach = newest === null ? null : formatPartialDate(newest, lang);
  const quarter = last === null ? '' : formatPartialDate(last.quarter, lang);
  const before = last === null ? '' : number(Math.round(last.before * 10) / 10);
  const without = undated === 0 ? null : `${number(undated)} / ${number(records)}`;
  if (lang === 'zh')
    return [
      reach === null ? '' : `收录到 ${reach}`,
      last === null ? '' : `${quarter}有 ${number(last.records)} 条，之前四个季度平均 ${before} 条`,
      without === null ? '都有日期' : `没有日期的 ${without} 条`,
    ]
      .filter((part) => part !== '')
      .join('；')
      .concat('。末尾少，是还没录入，不等于没有发生。');
  return [
    reach === null ? '' : `On record up to ${reach}`,
    last === null
      ? ''
      : `${number(last.records)} in ${quarter}, ${before} on average in the four quarters before`,
    without === null ? 'all are dated' : `${without} without a date`,
  ]
    .filter((part) => part !== '')
    .join('; ')
    .concat('. Few at the end are not entered yet, rather than not there.');
}

/** In all languages. */
export function howCompleteNote(how: HowComplete): Bilingual {
  const [zh, en] = languages.map((lang) => howCompleteText(how, lang));
  return { zh: zh ?? '', en: en ?? '' };
}
