import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type ActiveOrganization,
  organizationsWithActivity,
} from '@/database/queries/organizations-with-activity';
import { type ChainEntry, valueChainEntries } from '@/database/queries/value-chain-entries';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { layerColours } from '@/domain/palette';
import { knownBounds } from '@/domain/totals';
import { joinList, joinSentences } from '@/i18n/list';
import { countryName } from '@/i18n/vendors';
import { numberOf } from '@/linking/parameters';
import { layerNames } from '@/records/layer/book';
import type { LayerSlug } from '@/records/layer/schema';
import { organizationKindNames } from '@/records/organization/book';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { chosen, optionsFrom } from '../facts/options';
import { layersFromTop } from '../value-chain/rows';
import { brandMark } from './brand-marks';
import { categories, type LandscapeRow, parameters, type State, sizeOf } from './rows';
import { landscapeWords } from './words';

interface Entry {
  organization: string;
  layer: LayerSlug;
  /** What it counts as: the head of a model's family, the record itself; placements count nothing. */
  unit: number | null;
  name: Bilingual;
  path: string;
  evidence: Evidence[];
}

interface Organization {
  slug: string;
  name: Bilingual;
  kind: LandscapeRow['kind'];
  country: string | null;
  models: number;
  floor: number | null;
  vendor: boolean;
  mark: readonly string[];
}

export type Read = { organizations: Organization[]; entries: Entry[] };

export const definition = defineChart({
  slug: 'landscape',
  name: { zh: '产业全景', en: 'Landscape' },
  question: () => ({
    zh: '大模型产业的各层上，各类机构有谁？',
    en: 'Who is who in the large-model industry, by layer and kind?',
  }),
  parameters,
  async read(facts): Promise<Read> {
    const organizations = await organizationsWithActivity(facts);
    const { placements, entries } = await valueChainEntries(facts);
    const evidence = await evidenceOfRecords(
      facts,
      [...placements, ...entries].map(({ id }) => id),
    );
    return {
      organizations: organizations.map(organizationOf),
      entries: [
        ...placements.map(
          ({ id, layer, organization }): Entry => ({
            organization: organization.slug,
            layer,
            unit: null,
            name: {
              zh: landscapeWords.zh.placement(organization.name.zh, layerNames[layer].zh),
              en: landscapeWords.en.placement(organization.name.en, layerNames[layer].en),
            },
            path: `/vendors/${organization.slug}#${layer}`,
            evidence: evidence.get(id) ?? [],
          }),
        ),
        ...entries.map((entry) => entryOf(entry, evidence.get(entry.id) ?? [])),
      ],
    };
  },
  options: ({ organizations }) => ({
    organizations: optionsFrom(organizations.filter(({ vendor }) => vendor)),
    countries: countriesOf(organizations),
  }),
  highlight: { options: 'organizations', of: (row: LandscapeRow) => row.organization },
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    landscapeWords[lang].row(layerNames[row.layer][lang], row.name[lang], row.entries),
  legend: (rows) =>
    layersFromTop
      .filter((layer) => rows.some((row) => row.layer === layer))
      .map((layer) => ({ label: layerNames[layer], colour: layerColours[layer], mark: 'solid' as const })),
});

function organizationOf({
  slug,
  name,
  kind,
  country,
  roles,
  modelCount,
  total,
}: ActiveOrganization): Organization {
  return {
    slug,
    name,
    kind,
    country: country?.toLowerCase() ?? null,
    models: modelCount,
    floor: knownBounds(total).floor,
    vendor: roles.includes('vendor'),
    mark: brandMark(slug),
  };
}

function entryOf(entry: ChainEntry, evidence: Evidence[]): Entry {
  const { id, kind, slug, name, layer, head, organization } = entry;
  return {
    organization: organization.slug,
    layer,
    unit: head ?? id,
    name,
    path: kind === 'model' ? `/models/${slug}` : `/vendors/${organization.slug}#${slug}`,
    evidence,
  };
}

function countriesOf(organizations: readonly Organization[]) {
  const found = [
    ...new Set(organizations.flatMap(({ country, vendor }) => (vendor && country ? [country] : []))),
  ];
  return found.sort().map((value) => ({ value, label: countryName(value.toUpperCase()) }));
}

function answer({ organizations, entries }: Read, state: State): ChartData<LandscapeRow> {
  const left = leftOutList();
  const bySlug = new Map(organizations.map((each) => [each.slug, each]));
  const cells = new Map<string, { row: LandscapeRow; basis: BasisRecord[]; units: Set<number> }>();
  for (const { organization: slug, layer, unit, name, path, evidence } of entries) {
    const organization = bySlug.get(slug);
    if (!organization) continue;
    const { kind, country } = organization;
    const wanted =
      chosen(state.layers, layer) &&
      chosen(state.kinds, kind) &&
      chosen(state.countries, country ?? '') &&
      chosen(state.organizations, slug);
    if (!wanted) continue;
    const key = `${layer} ${slug}`;
    const cell = cells.get(key) ?? {
      row: {
        layer,
        organization: slug,
        name: organization.name,
        kind,
        country,
        entries: 0,
        models: organization.models,
        floor: organization.floor,
        placed: false,
        size: sizeOf(state.size, organization),
        mark: organization.mark,
      },
      basis: [],
      units: new Set<number>(),
    };
    cells.set(key, cell);
    if (unit === null) cell.row.placed = true;
    else cell.row.entries = cell.units.add(unit).size;
    cell.basis.push({ name, path, evidence });
  }
  const shown = new Set([...cells.values()].map(({ row }) => row.organization));
  const asked = ({ slug, kind, country }: Organization) =>
    chosen(state.kinds, kind) && chosen(state.countries, country ?? '') && chosen(state.organizations, slug);
  const standing = new Set(entries.map(({ organization }) => organization));
  for (const organization of organizations) {
    const { slug, name, vendor } = organization;
    if (!vendor || shown.has(slug) || standing.has(slug) || !asked(organization)) continue;
    left.leave(
      { zh: landscapeWords.zh.nowhere, en: landscapeWords.en.nowhere },
      { name, path: `/vendors/${slug}`, evidence: [] },
    );
  }
  // More tiles than a page holds help nobody: those with least are left out, and said to be.
  const weight = new Map<string, number>();
  for (const { row } of cells.values())
    weight.set(row.organization, (weight.get(row.organization) ?? 0) + row.entries + (row.placed ? 1 : 0));
  const ranked = [...weight].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([slug]) => slug);
  const beyond = new Set(state.organizations.length > 0 ? [] : ranked.slice(numberOf(state.top)));
  for (const [key, { row, basis }] of cells) {
    if (!beyond.has(row.organization)) continue;
    cells.delete(key);
    const reason = {
      zh: landscapeWords.zh.beyond(numberOf(state.top), beyond.size),
      en: landscapeWords.en.beyond(numberOf(state.top), beyond.size),
    };
    for (const record of basis) left.leave(reason, record);
  }
  const sorted = [...cells.values()].sort(
    ({ row: a }, { row: b }) =>
      layersFromTop.indexOf(a.layer) - layersFromTop.indexOf(b.layer) ||
      categories.indexOf(a.kind) - categories.indexOf(b.kind) ||
      b.size - a.size ||
      b.entries - a.entries ||
      (a.organization < b.organization ? -1 : 1),
  );
  return {
    rows: sorted.map(({ row }) => row),
    basis: sorted.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(ranked.length - beyond.size, ranked.length),
    notes: [{ zh: landscapeWords.zh.note, en: landscapeWords.en.note }],
  };
}

function columns(): Column<LandscapeRow>[] {
  const words = landscapeWords;
  return [
    textColumn('layer', { zh: '产业链层', en: 'Layer' }, (row, lang) => layerNames[row.layer][lang], {
      path: (row) => `/value-chain#${row.layer}`,
    }),
    textColumn('kind', { zh: '类型', en: 'Kind' }, (row, lang) => organizationKindNames[row.kind][lang]),
    textColumn('organization', { zh: '机构', en: 'Organization' }, (row, lang) => row.name[lang], {
      path: (row) => `/vendors/${row.organization}`,
    }),
    numberColumn('entries', { zh: '在这一层收录', en: 'On record on this layer' }, (row) => row.entries, {
      unit: 'entries',
    }),
    numberColumn('models', { zh: '模型系列', en: 'Model families' }, (row) => row.models, {
      unit: 'families',
    }),
    numberColumn('funding', { zh: '融资下限', en: 'Funding floor' }, (row) => row.floor, { unit: 'CNY' }),
    textColumn(
      'placed',
      { zh: '有来源写明在这一层', en: 'Placed here by a source' },
      (row, lang) => words[lang][row.placed ? 'yes' : 'no'],
    ),
  ];
}

function finding({ rows }: ChartData<LandscapeRow>, _state: State, lang: Lang): string {
  const words = landscapeWords[lang];
  if (rows.length === 0) return words.nobody;
  const organizations = new Set(rows.map(({ organization }) => organization));
  const onLayers = layersFromTop.flatMap((layer) => {
    const count = rows.filter((row) => row.layer === layer).length;
    return count === 0 ? [] : [words.onLayer(layerNames[layer][lang], count)];
  });
  const kinds = new Map<LandscapeRow['kind'], Set<string>>();
  for (const { kind, organization } of rows)
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(organization));
  const most = Math.max(...[...kinds.values()].map(({ size }) => size));
  const leading = [...kinds].filter(([, { size }]) => size === most);
  const several = [...organizations].filter(
    (slug) => rows.filter(({ organization }) => organization === slug).length > 1,
  );
  return joinSentences(lang, [
    words.sum(organizations.size, joinList(lang, onLayers)),
    leading.length === 1 && leading[0] && kinds.size > 1
      ? words.largest(organizationKindNames[leading[0][0]][lang], most)
      : '',
    several.length === 0 ? '' : words.several(several.length),
  ]);
}
