import type { Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { placesInOrder } from '@/domain/name-order';
import { industryOrderNames, industryWords } from '@/i18n/industries';
import { joinList } from '@/i18n/list';
import { choice, type StateOf } from '@/linking/parameters';
import { defineList } from '../engine/define-list';
import type { ListColumn } from '../engine/definition';
import { slugColumn } from '../engine/table';
import { type ServedIndustry, servedIndustries } from './service';

const both = (key: 'sort' | 'industry' | 'models' | 'products' | 'vendors') => ({
  zh: industryWords.zh[key],
  en: industryWords.en[key],
});

/** Everything that the address of the list can say. */
const industryParameters = {
  sort: choice(
    both('sort'),
    (['models', 'vendors', 'name'] as const).map((value) => ({ value, label: industryOrderNames[value] })),
    'models',
  ),
} as const;
export type IndustryState = StateOf<typeof industryParameters>;

const column = (
  kind: 'text' | 'number',
  key: string,
  label: { zh: string; en: string },
  value: ListColumn<ServedIndustry>['value'],
): ListColumn<ServedIndustry> => ({ key, label, kind, unit: null, value });

/** All industries: how many models, how many vendors, who. */
export const industries = defineList({
  slug: 'industries',
  kind: 'industry',
  words: industryWords,
  parameters: industryParameters,
  pageSize: 1000,
  read: servedIndustries,
  facets: [],
  values: {},
  order: (all, { sort }, lang) => order(all, sort, lang),
  columns: [
    slugColumn<ServedIndustry>(),
    column('text', 'name', both('industry'), ({ name }, lang) => name[lang]),
    column('number', 'models', { zh: '模型系列', en: 'Model families' }, ({ models }) =>
      numberOfModels(models),
    ),
    column('number', 'models-versions', { zh: '型号', en: 'Versions and sizes' }, ({ models }) =>
      numberOfModels(models, 'versions'),
    ),
    column('number', 'products', both('products'), ({ products }) => products.length),
    column('number', 'vendors', { zh: '厂商数', en: 'Vendors' }, ({ servants }) => servants.length),
    column('text', 'vendor-names', both('vendors'), ({ servants }, lang) =>
      joinList(
        lang,
        servants.map(({ name }) => name[lang]),
      ),
    ),
  ],
  finding: ({ matching }, lang) => findingOf(matching, lang),
});

function order(
  all: readonly ServedIndustry[],
  sort: IndustryState['sort'],
  lang: Lang,
): (a: ServedIndustry, b: ServedIndustry) => number {
  const places = placesInOrder(lang, all, ({ name }) => [name[lang]]);
  const place = ({ name }: ServedIndustry) => places.get(name[lang]) ?? 0;
  const byName = (a: ServedIndustry, b: ServedIndustry) => place(a) - place(b);
  if (sort === 'name') return byName;
  const [first, second] =
    sort === 'models' ? (['models', 'servants'] as const) : (['servants', 'models'] as const);
  const size = (industry: ServedIndustry, by: 'models' | 'servants') =>
    by === 'models' ? numberOfModels(industry.models) : industry.servants.length;
  return (a, b) => size(b, first) - size(a, first) || size(b, second) - size(a, second) || byName(a, b);
}

function findingOf(all: readonly ServedIndustry[], lang: Lang): string {
  const words = industryWords[lang];
  const top = all.toSorted((a, b) => numberOfModels(b.models) - numberOfModels(a.models))[0];
  if (!top) return words.none;
  const claimed = all.filter(
    ({ models, products, servants }) => models.length + products.length === 0 && servants.length > 0,
  );
  return (
    words.finding(
      all.length,
      all.filter(({ models }) => models.length > 0).length,
      top.name[lang],
      numberOfModels(top.models),
    ) + words.claimed(claimed.length)
  );
}
