import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  industriesThatVendorsServe,
  type StatedCoverage,
} from '@/database/queries/industries-that-vendors-serve';
import { type ModelOfVendor, modelsByVendorAndTier } from '@/database/queries/models-by-vendor-and-tier';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { numberOfModels } from '@/domain/model-count';
import { surface } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { numberOf } from '@/linking/parameters';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { groupBy } from '../facts/group-by';
import { chosen, optionsFrom } from '../facts/options';
import { heatLegend } from '../families/heat-scale';
import { type CellRow, gridOf, parameters, type State } from './rows';
import { heatWords } from './words';

export type Read = {
  models: (ModelOfVendor & { evidence: Evidence[] })[];
  coverage: (StatedCoverage & { evidence: Evidence[] })[];
};
type Cell = { row: CellRow; basis: BasisRecord[]; models: Read['models'] };

export const definition = defineChart({
  slug: 'vendors-by-industry',
  name: { zh: '厂商与行业', en: 'Vendors by industry' },
  question: () => ({ zh: '哪些厂商进了哪些行业？', en: 'Which vendors are in which industries?' }),
  parameters,
  async read(facts): Promise<Read> {
    const models = await modelsByVendorAndTier(facts);
    const coverage = await industriesThatVendorsServe(facts);
    const evidence = await evidenceOfRecords(
      facts,
      [...models, ...coverage].map((record) => record.id),
    );
    const withEvidence = <Each extends { id: number }>(each: Each) => ({
      ...each,
      evidence: evidence.get(each.id) ?? [],
    });
    return {
      models: models.filter((model) => model.industries.length > 0).map(withEvidence),
      coverage: coverage.map(withEvidence),
    };
  },
  options: ({ models, coverage }) => ({
    vendors: optionsFrom([...models, ...coverage].map((each) => each.vendor)),
    industries: optionsFrom([
      ...models.flatMap((model) => model.industries),
      ...coverage.map((each) => each.industry),
    ]),
  }),
  highlight: { options: 'vendors', of: (row) => row.vendor },
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    heatWords[lang].cell(row.vendorName[lang], row.industryName[lang], row.models, row.stated),
  legend: (rows) => [
    ...(rows.some((row) => row.models > 0) ? heatLegend() : []),
    ...(rows.some((row) => row.stated)
      ? [
          {
            label: { zh: heatWords.zh.statedLegend, en: heatWords.en.statedLegend },
            colour: surface.edge,
            mark: 'outline' as const,
          },
        ]
      : []),
  ],
});

/** Industries that one screen has room for; those with most models come first. */
const mostIndustries = 16;

function answer(read: Read, state: State): ChartData<CellRow> {
  const cells = cellsOf(read, state);
  const bySlug = groupBy(cells, (cell) => cell.row.vendor);
  const ranked = [...bySlug.entries()].sort(
    ([a, own], [b, other]) => other.length - own.length || models(other) - models(own) || (a < b ? -1 : 1),
  );
  const shown = new Set(
    (state.vendors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top))).map(([vendor]) => vendor),
  );
  const grid = gridOf(cells.filter((cell) => shown.has(cell.row.vendor)).map((cell) => cell.row));
  const at = (list: { slug: string }[], slug: string) => list.findIndex((each) => each.slug === slug);
  const inOrder = cells
    .filter((cell) => shown.has(cell.row.vendor))
    .sort(
      (a, b) =>
        at(grid.industries, a.row.industry) - at(grid.industries, b.row.industry) ||
        at(grid.vendors, a.row.vendor) - at(grid.vendors, b.row.vendor),
    );
  const beyond = cells.filter((cell) => !shown.has(cell.row.vendor));
  const unique = [
    ...new Map(beyond.flatMap((cell) => cell.basis).map((record) => [record.path, record])).values(),
  ];
  // Industries that a reader picked by name are all shown, and with no limit all there are.
  const most = state.industries.length > 0 || state.top === 'all' ? grid.industries.length : mostIndustries;
  const drawn = inOrder.filter((cell) => at(grid.industries, cell.row.industry) < most);
  const smaller = inOrder.slice(drawn.length);
  return {
    rows: drawn.map((cell) => cell.row),
    basis: drawn.map((cell) => cell.basis),
    ...limitedTo(drawn.length, cells.length),
    leftOut: [
      ...(smaller.length === 0
        ? []
        : [
            {
              reason: {
                zh: `模型较少的 ${grid.industries.length - most} 个行业`,
                en: `of the ${grid.industries.length - most} industries with fewer models`,
              },
              records: [
                ...new Map(
                  smaller.flatMap((cell) => cell.basis).map((record) => [record.path, record]),
                ).values(),
              ],
            },
          ]),
      ...(unique.length === 0
        ? []
        : [
            {
              reason: {
                zh: `行业较少、不在前 ${numberOf(state.top)} 位的 ${ranked.length - shown.size} 家厂商`,
                en: `of the ${ranked.length - shown.size} vendors after the first ${numberOf(state.top)}`,
              },
              records: unique,
            },
          ]),
    ],
    notes: [
      {
        zh: '模型按系列计；一个模型服务几个行业，就在每个行业各计一次。“全部”一列是所有厂商的模型数，包括图上没有的厂商。',
        en: 'Models count by family. A model that serves several industries counts in each of them. The column “All” counts the models of all vendors, shown here or not.',
      },
    ],
  };
}

function cellsOf({ models: all, coverage }: Read, state: State): Cell[] {
  const cells = new Map<string, Cell>();
  const totals = new Map<string, number>();
  for (const slug of new Set(all.flatMap((model) => model.industries.map((industry) => industry.slug))))
    totals.set(
      slug,
      numberOfModels(all.filter((model) => model.industries.some((each) => each.slug === slug))),
    );
  const cellAt = (
    vendor: { slug: string; name: Bilingual },
    industry: { slug: string; name: Bilingual },
  ): Cell => {
    const key = `${vendor.slug} ${industry.slug}`;
    const known = cells.get(key);
    if (known) return known;
    const row = {
      industry: industry.slug,
      industryName: industry.name,
      vendor: vendor.slug,
      vendorName: vendor.name,
      models: 0,
      stated: false,
      allVendors: totals.get(industry.slug) ?? 0,
    };
    const made = { row, basis: [], models: [] };
    cells.set(key, made);
    return made;
  };
  const wanted = (vendor: string, industry: string) =>
    chosen(state.vendors, vendor) && chosen(state.industries, industry);
  for (const model of all) {
    for (const industry of model.industries) {
      if (!wanted(model.vendor.slug, industry.slug)) continue;
      const cell = cellAt(model.vendor, industry);
      cell.models.push(model);
      cell.row.models = numberOfModels(cell.models);
      cell.basis.push({ name: model.name, path: `/models/${model.slug}`, evidence: model.evidence });
    }
  }
  for (const { vendor, industry, note, evidence } of state.stated ? coverage : []) {
    if (!wanted(vendor.slug, industry.slug)) continue;
    const cell = cellAt(vendor, industry);
    cell.row.stated = true;
    const name = {
      zh: `${vendor.name.zh}服务${industry.name.zh}行业${note === null ? '' : `：${note.zh}`}`,
      en: `${vendor.name.en} serves ${industry.name.en}${note === null ? '' : `: ${note.en}`}`,
    };
    cell.basis.push({ name, path: `/vendors/${vendor.slug}#${industry.slug}`, evidence });
  }
  return [...cells.values()];
}

function models(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.row.models, 0);
}

function columns(): Column<CellRow>[] {
  return [
    textColumn('industry', { zh: '行业', en: 'Industry' }, (row, lang) => row.industryName[lang], {
      path: (row) => `/industries/${row.industry}`,
    }),
    textColumn('vendor', { zh: '厂商', en: 'Vendor' }, (row, lang) => row.vendorName[lang], {
      path: (row) => `/vendors/${row.vendor}`,
    }),
    numberColumn('models', { zh: '模型系列', en: 'Model families' }, (row) => row.models, {
      unit: 'families',
    }),
    textColumn('stated', { zh: '有来源称其服务', en: 'Said to serve it' }, (row, lang) =>
      row.stated ? heatWords[lang].yes : heatWords[lang].no,
    ),
    numberColumn(
      'allVendors',
      { zh: '全部厂商的模型系列', en: 'Model families, all vendors' },
      (row) => row.allVendors,
      { unit: 'families' },
    ),
  ];
}

function finding({ rows }: ChartData<CellRow>, _state: State, lang: Lang): string {
  const words = heatWords[lang];
  const { vendors, industries } = gridOf(rows);
  const [first] = vendors;
  if (!first) return words.none;
  const width = (slug: string) => rows.filter((row) => row.vendor === slug).length;
  const widest = vendors
    .filter(({ slug }) => width(slug) === width(first.slug))
    .map(({ name }) => name[lang]);
  const most = Math.max(...industries.map((each) => each.allVendors));
  const busiest = industries.filter((each) => each.allVendors === most).map(({ name }) => name[lang]);
  return joinSentences(lang, [
    words.widest(
      widest.length > 3 ? words.several(widest.length) : joinList(lang, widest),
      widest.length,
      width(first.slug),
    ),
    most > 0 ? words.busiest(joinList(lang, busiest), most) : '',
    words.statedOnly(rows.filter((row) => row.models === 0).length),
  ]);
}
