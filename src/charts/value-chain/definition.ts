import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type ChainEntry,
  type ChainOrganization,
  type ChainPlacement,
  valueChainEntries,
} from '@/database/queries/value-chain-entries';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { layerColours } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { numberOf } from '@/linking/parameters';
import { layerNames } from '@/records/layer/book';
import type { LayerSlug } from '@/records/layer/schema';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { groupBy } from '../facts/group-by';
import { chosen, optionsFrom } from '../facts/options';
import { type ChainRow, type EntryKind, entryKinds, layersFromTop, parameters, type State } from './rows';
import { entryKindNames, valueChainChartWords } from './words';

type WithEvidence<Each> = Each & { evidence: Evidence[] };
export type Read = { placements: WithEvidence<ChainPlacement>[]; entries: WithEvidence<ChainEntry>[] };
type Cell = { row: ChainRow; basis: BasisRecord[]; units: Set<number> };

export const definition = defineChart({
  slug: 'value-chain',
  name: { zh: '产业链三层', en: 'Value chain' },
  question: () => ({
    zh: '产业链的三层上各有谁，有哪些平台、模型和应用？',
    en: 'Who stands on which layer of the value chain, and with what?',
  }),
  parameters,
  async read(facts): Promise<Read> {
    const { placements, entries } = await valueChainEntries(facts);
    const evidence = await evidenceOfRecords(
      facts,
      [...placements, ...entries].map(({ id }) => id),
    );
    const withEvidence = <Each extends { id: number }>(each: Each) => ({
      ...each,
      evidence: evidence.get(each.id) ?? [],
    });
    return { placements: placements.map(withEvidence), entries: entries.map(withEvidence) };
  },
  options: ({ placements, entries }) => ({
    organizations: optionsFrom([...placements, ...entries].map((each) => each.organization)),
  }),
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    valueChainChartWords[lang].row(
      layerNames[row.layer][lang],
      row.organizationName[lang],
      entryKindNames[row.kind][lang],
      row.entries,
    ),
  legend: (rows) => [
    ...layersFromTop
      .filter((layer) => rows.some((row) => row.layer === layer))
      .map((layer) => ({ label: layerNames[layer], colour: layerColours[layer], mark: 'solid' as const })),
    ...(rows.some((row) => row.kind === 'none')
      ? [{ label: entryKindNames.none, colour: layerColours.model, mark: 'outline' as const }]
      : []),
  ],
});

function answer({ placements, entries }: Read, state: State): ChartData<ChainRow> {
  const left = leftOutList();
  const placedSomewhere = new Set(placements.map(({ organization }) => organization.slug));
  const wanted = (organization: ChainOrganization, layer: LayerSlug) =>
    chosen(state.organizations, organization.slug) && chosen(state.layers, layer);
  const cells = new Map<string, Cell>();
  const cellAt = (organization: ChainOrganization, layer: LayerSlug, kind: EntryKind): Cell => {
    const key = `${layer} ${organization.slug} ${kind}`;
    const known = cells.get(key);
    if (known) return known;
    const { slug, name } = organization;
    const made: Cell = {
      row: { layer, organization: slug, organizationName: name, kind, entries: 0, placed: false },
      basis: [],
      units: new Set(),
    };
    cells.set(key, made);
    return made;
  };
  for (const entry of entries) {
    const { layer } = entry;
    const kind = entry.category === 'accelerator' ? entry.category : entry.kind;
    if (!wanted(entry.organization, layer)) continue;
    // An organization that is asked for by name is shown, placed or not.
    if (state.placed && state.organizations.length === 0 && !placedSomewhere.has(entry.organization.slug)) {
      left.leave(
        { zh: valueChainChartWords.zh.unplaced, en: valueChainChartWords.en.unplaced },
        basisOf(entry),
      );
      continue;
    }
    const cell = cellAt(entry.organization, layer, kind);
    // A family of models counts once.
    const unit = entry.head ?? entry.id;
    if (!cell.units.has(unit)) cell.row.entries += 1;
    cell.units.add(unit);
    cell.basis.push(basisOf(entry));
  }
  for (const { organization, layer, evidence } of placements) {
    if (!wanted(organization, layer)) continue;
    const there = [...cells.values()].filter(
      ({ row }) => row.layer === layer && row.organization === organization.slug,
    );
    const stated = there.length > 0 ? there : [cellAt(organization, layer, 'none')];
    const record: BasisRecord = {
      name: {
        zh: valueChainChartWords.zh.placement(organization.name.zh, layerNames[layer].zh),
        en: valueChainChartWords.en.placement(organization.name.en, layerNames[layer].en),
      },
      path: `/vendors/${organization.slug}#${layer}`,
      evidence,
    };
    for (const cell of stated) {
      cell.row.placed = true;
      cell.basis.push(record);
    }
  }
  const size = (own: Cell[]) => own.reduce((sum, { row }) => sum + row.entries, 0);
  const ranked = [...groupBy([...cells.values()], ({ row }) => row.organization)].sort(
    ([a, own], [b, other]) => size(other) - size(own) || other.length - own.length || (a < b ? -1 : 1),
  );
  const shown = state.organizations.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  const beyondReason = {
    zh: valueChainChartWords.zh.beyond(numberOf(state.top), beyond.length),
    en: valueChainChartWords.en.beyond(numberOf(state.top), beyond.length),
  };
  for (const { basis } of beyond.flatMap(([, own]) => own))
    for (const record of basis) left.leave(beyondReason, record);
  const place = new Map(shown.map(([organization], at) => [organization, at]));
  const inOrder = shown
    .flatMap(([, own]) => own)
    .sort(
      ({ row: a }, { row: b }) =>
        layersFromTop.indexOf(a.layer) - layersFromTop.indexOf(b.layer) ||
        (place.get(a.organization) ?? 0) - (place.get(b.organization) ?? 0) ||
        entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind),
    );
  return {
    rows: inOrder.map(({ row }) => row),
    basis: inOrder.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, ranked.length),
    notes: [{ zh: valueChainChartWords.zh.note, en: valueChainChartWords.en.note }],
  };
}

function basisOf({ kind, slug, name, organization, evidence }: Read['entries'][number]): BasisRecord {
  const path = kind === 'model' ? `/models/${slug}` : `/vendors/${organization.slug}#${slug}`;
  return { name, path, evidence };
}

function columns(): Column<ChainRow>[] {
  return [
    textColumn('layer', { zh: '产业链层', en: 'Layer' }, (row, lang) => layerNames[row.layer][lang], {
      path: (row) => `/value-chain#${row.layer}`,
    }),
    textColumn(
      'organization',
      { zh: '机构', en: 'Organization' },
      (row, lang) => row.organizationName[lang],
      { path: (row) => `/vendors/${row.organization}` },
    ),
    textColumn('kind', { zh: '有什么', en: 'What' }, (row, lang) => entryKindNames[row.kind][lang]),
    numberColumn('entries', { zh: '收录', en: 'On record' }, (row) => row.entries, { unit: 'entries' }),
    textColumn(
      'placed',
      { zh: '有来源写明在这一层', en: 'Placed here by a source' },
      (row, lang) => valueChainChartWords[lang][row.placed ? 'yes' : 'no'],
    ),
  ];
}

function finding({ rows }: ChartData<ChainRow>, _state: State, lang: Lang): string {
  const words = valueChainChartWords[lang];
  if (rows.length === 0) return words.none;
  const names = new Map(rows.map((row) => [row.organization, row.organizationName[lang]]));
  const layersOf = (organization: string) =>
    new Set(rows.filter((row) => row.organization === organization).map((row) => row.layer)).size;
  const across = [...names].filter(([slug]) => layersOf(slug) > 1);
  const perLayer = layersFromTop
    .map((layer) => ({
      layer,
      count: new Set(rows.filter((row) => row.layer === layer).map((row) => row.organization)).size,
    }))
    .filter(({ count }) => count > 0)
    .map(({ layer, count }) => words.onLayer(layerNames[layer][lang], count));
  const perKind = entryKinds
    .filter((kind) => kind !== 'none')
    .map((kind) => ({
      kind,
      count: rows.reduce((sum, row) => sum + (row.kind === kind ? row.entries : 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.kindCount(kind, count));
  const empty = rows.filter((row) => row.kind === 'none').length;
  return joinSentences(lang, [
    words.sum(names.size, joinList(lang, perLayer)),
    perKind.length > 0 ? words.have(joinList(lang, perKind)) : '',
    across.length > 0
      ? words.across(
          across.length,
          across.length <= 6
            ? joinList(
                lang,
                across.map(([, name]) => name),
              )
            : '',
        )
      : '',
    words.empty(empty),
  ]);
}
