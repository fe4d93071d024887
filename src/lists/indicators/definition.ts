import { changeOf } from '@/charts/indicator/newest';
import { everyIndicator } from '@/database/queries/indicators-with-observations';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { surestKind } from '@/domain/evidence';
import { sensibleDigits } from '@/domain/sensible-digits';
import { indicatorWords } from '@/i18n/indicators';
import { unitInWords } from '@/i18n/observed-value';
import { defineList } from '../engine/define-list';
import type { ListColumn } from '../engine/definition';
import { slugColumn } from '../engine/table';
import { byTheme, type IndicatorInBrief } from './themes';

/** An indicator as the list has it, with its theme. */
export interface ListedIndicator extends IndicatorInBrief {
  slug: string;
  theme: { key: string; name: Bilingual };
}

const label = (key: 'indicator' | 'subject' | 'date' | 'values' | 'change'): Bilingual => ({
  zh: indicatorWords.zh[key],
  en: indicatorWords.en[key],
});

function column(
  kind: 'text' | 'number',
  key: string,
  name: Bilingual,
  value: ListColumn<ListedIndicator>['value'],
): ListColumn<ListedIndicator> {
  return { key, label: name, kind, unit: null, value };
}

/** Every indicator with its newest value, theme by theme. */
export const indicators = defineList({
  slug: 'indicators',
  kind: null,
  words: indicatorWords,
  parameters: {},
  pageSize: 1000,
  async read(facts) {
    return byTheme(await everyIndicator(facts)).flatMap(({ key, name, indicators: own }) =>
      own.map((each): ListedIndicator => ({ ...each, slug: each.indicator.slug, theme: { key, name } })),
    );
  },
  facets: [],
  values: {},
  columns: [
    slugColumn<ListedIndicator>(),
    column('text', 'indicator', label('indicator'), ({ indicator }, lang) => indicator.name[lang]),
    column('text', 'theme', { zh: '主题', en: 'Theme' }, ({ theme }, lang) => theme.name[lang]),
    column('text', 'subject', label('subject'), ({ newest }, lang) => newest?.row.subject[lang] ?? null),
    column('text', 'date', label('date'), ({ newest }) => newest?.row.date ?? null),
    column('number', 'floor', { zh: '至少', en: 'At least' }, ({ newest }) => newest?.row.floor ?? null),
    column('number', 'ceiling', { zh: '至多', en: 'At most' }, ({ newest }) => newest?.row.ceiling ?? null),
    column(
      'text',
      'unit',
      { zh: '单位', en: 'Unit' },
      ({ newest, indicator }) => (newest?.row ?? indicator).unit,
    ),
    column('text', 'unitName', { zh: '单位的写法', en: 'Unit in words' }, ({ newest, indicator }, lang) =>
      unitInWords(newest?.row ?? indicator, lang),
    ),
    column('number', 'change', label('change'), ({ newest }) => {
      const change = newest?.before ? changeOf(newest.row, newest.before) : null;
      return change === null ? null : sensibleDigits(change.by);
    }),
    column('number', 'values', label('values'), ({ indicator }) => indicator.observations.length),
  ],
  finding: ({ matching }, lang) => findingOf(matching, lang),
});

function findingOf(listed: readonly ListedIndicator[], lang: Lang): string {
  const words = indicatorWords[lang];
  const all = listed.flatMap(({ indicator }) => indicator.observations);
  const sure = (kind: 'measured' | 'claimed' | 'estimated') =>
    all.filter(({ evidence }) => surestKind(evidence) === kind).length;
  const doubted = all.filter(({ evidence }) => evidence.some(({ doubt }) => doubt !== null)).length;
  const projections = all.filter(({ projection }) => projection).length;
  return (
    words.finding(all.length, listed.length, sure('measured'), sure('claimed'), sure('estimated')) +
    words.doubted(doubted) +
    words.projections(projections)
  );
}
