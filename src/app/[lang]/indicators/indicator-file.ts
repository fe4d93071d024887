import { changeOf } from '@/charts/indicator/newest';
import { changeAsSign } from '@/charts/indicator/words';
import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { sensibleDigits } from '@/domain/sensible-digits';
import { indicatorWords } from '@/i18n/indicators';
import { formatNumber } from '@/i18n/numbers';
import { unitInWords } from '@/i18n/observed-value';
import type { Cell, Table } from '@/tables/table';
import { byTheme } from './themes';

const label = (key: 'indicator' | 'subject' | 'date' | 'values' | 'change'): Bilingual => ({
  zh: indicatorWords.zh[key],
  en: indicatorWords.en[key],
});

/** The list of indicators as a file: one a row, with its newest value. */
export function indicatorTable(indicators: readonly IndicatorWithObservations[], lang: Lang): Table {
  const text = (value: string | null, path: string | null = null): Cell => ({
    value,
    text: value ?? '—',
    path,
  });
  const number = (value: number | null): Cell => ({
    value,
    text: value === null ? '—' : formatNumber(lang, value),
    path: null,
  });
  const rows = byTheme(indicators).flatMap(({ name: theme, indicators: own }) =>
    own.map(({ indicator, newest }): Cell[] => {
      const row = newest?.row ?? null;
      const change = newest?.before ? changeOf(newest.row, newest.before) : null;
      return [
        text(indicator.slug),
        text(indicator.name[lang], `/indicators/${indicator.slug}`),
        text(theme[lang]),
        text(row?.subject[lang] ?? null),
        { ...text(row?.date ?? null), text: row === null ? '—' : formatPartialDate(row.date, lang) },
        number(row?.floor ?? null),
        number(row?.ceiling ?? null),
        { ...text(row?.unit ?? indicator.unit), text: unitInWords(row ?? indicator, lang) },
        text(unitInWords(row ?? indicator, lang)),
        {
          value: change === null ? null : sensibleDigits(change.by),
          text: change === null ? '—' : changeAsSign(change, lang),
          path: null,
        },
        number(indicator.observations.length),
      ];
    }),
  );
  const column = (key: string, name: Bilingual, kind: 'text' | 'number' = 'text') => ({
    key,
    label: name,
    kind,
    unit: null,
  });
  return {
    columns: [
      column('slug', { zh: '代号', en: 'Slug' }),
      column('indicator', label('indicator')),
      column('theme', { zh: '主题', en: 'Theme' }),
      column('subject', label('subject')),
      column('date', label('date')),
      column('floor', { zh: '至少', en: 'At least' }, 'number'),
      column('ceiling', { zh: '至多', en: 'At most' }, 'number'),
      column('unit', { zh: '单位', en: 'Unit' }),
      column('unitName', { zh: '单位的写法', en: 'Unit in words' }),
      column('change', label('change'), 'number'),
      column('values', label('values'), 'number'),
    ],
    rows,
  };
}
