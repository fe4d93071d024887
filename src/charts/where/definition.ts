import { type ModelOfVendor, modelsByVendorAndTier } from '@/database/queries/models-by-vendor-and-tier';
import { organizationsByPlace, type PlacedAt } from '@/database/queries/organizations-by-place';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { data as colours } from '@/domain/palette';
import { placeOf } from '@/domain/place';
import { joinList, joinSentences } from '@/i18n/list';
import { modelCountNote } from '@/i18n/model-count';
import { formatShare } from '@/i18n/numbers';
import { countryName } from '@/i18n/vendors';
import { numberOf } from '@/linking/parameters';
import { numberColumn, textColumn } from '../engine/columns';
import {
  type BasisRecord,
  type ChartData,
  type Column,
  defineChart,
  type LeftOut,
  type LegendItem,
  limitedTo,
} from '../engine/definition';
import { countOf, leftOutList } from '../engine/left-out';
import {
  basisOfEvent,
  countEvents,
  EventsLeftOut,
  type FundingRead,
  fundingNote,
  MoneyBehind,
  readFunding,
  sourceUses,
} from '../facts/funding-events';
import { currencyOf, fundingColumns, sumInWords } from '../facts/funding-sum';
import { chosen } from '../facts/options';
import { figuresInWords } from './figures';
import { type PlaceRow, parameters, type State } from './rows';
import { whereWords } from './words';

export type Read = FundingRead & { organizations: PlacedAt[]; models: ModelOfVendor[] };

export const definition = defineChart({
  slug: 'where',
  name: { zh: '机构在哪里', en: 'Where they are' },
  question: (state: State) => {
    const place = {
      city: { zh: '哪些城市', en: 'cities' },
      province: { zh: '哪些省份', en: 'provinces' },
      country: { zh: '哪些国家', en: 'countries' },
    }[state.by];
    const who = {
      vendor: { zh: '大模型厂商', en: 'large-model vendors' },
      investor: { zh: '投资大模型的机构', en: 'investors in large models' },
      all: { zh: '大模型行业的机构', en: 'organizations of the large-model industry' },
    }[state.role];
    return { zh: `${who.zh}在${place.zh}？`, en: `In which ${place.en} are the ${who.en}?` };
  },
  parameters,
  read: async (facts): Promise<Read> => ({
    organizations: await organizationsByPlace(facts),
    models: await modelsByVendorAndTier(facts),
    ...(await readFunding(facts)),
  }),
  options: ({ organizations }) => ({
    countries: [...new Set(organizations.flatMap(({ country }) => (country === null ? [] : [country])))]
      .sort()
      .map((country) => ({ value: country.toLowerCase(), label: countryName(country) })),
  }),
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) => whereWords[lang].row(row.name[lang], figuresInWords(row, state, lang)),
  legend: (rows): LegendItem[] => {
    const both = (key: 'organizations' | 'models' | 'floor' | 'between'): Bilingual => ({
      zh: whereWords.zh[key],
      en: whereWords.en[key],
    });
    return [
      { label: both('organizations'), colour: colours.teal, mark: 'solid' as const },
      { label: both('models'), colour: colours.gold, mark: 'solid' as const },
      { label: both('floor'), colour: colours.blue, mark: 'solid' as const },
      { label: both('between'), colour: colours.blue, mark: 'hatched' as const },
    ].filter(
      ({ mark, colour }) =>
        (colour === colours.teal && rows.length > 0) ||
        (colour === colours.gold && rows.some((row) => row.models > 0)) ||
        (colour === colours.blue &&
          rows.some((row) =>
            mark === 'solid' ? row.floor > 0 : row.ceiling !== null && row.ceiling > row.floor,
          )),
    );
  },
});

type Spot = { slug: string; name: Bilingual; country: string };

/** Where an organization stands, or null where no source says so precisely. */
function spotOf({ place, country }: PlacedAt, by: State['by']): Spot | null {
  const known = place === null ? undefined : placeOf(place);
  if (by === 'country') {
    const code = country ?? known?.country;
    return code === undefined ? null : { slug: code.toLowerCase(), name: countryName(code), country: code };
  }
  if (!known) return null;
  const { slug, name } = by === 'province' ? known.province : known;
  return { slug, name, country: known.country };
}

/** Records of one place that a page lists at most. */
const mostListed = 150;

/** One place as it is counted: who sits there, with which models and money. */
type Place = { spot: Spot; there: PlacedAt[]; models: ModelOfVendor[]; money: MoneyBehind };

function answer({ organizations, models, ...read }: Read, state: State): ChartData<PlaceRow> {
  const { columns } = read;
  const left = leftOutList();
  const matching = organizations.filter(
    (each) =>
      (state.role === 'all' || each.roles.includes(state.role)) &&
      chosen(state.countries, (each.country ?? '').toLowerCase()),
  );
  const places = new Map<string, Place>();
  const placeOfOrganization = new Map<number, Place>();
  for (const organization of matching) {
    const spot = spotOf(organization, state.by);
    if (!spot) {
      const key = state.by === 'country' ? 'noCountry' : 'noPlace';
      left.leave({ zh: whereWords.zh[key], en: whereWords.en[key] }, basisOf(organization, 'vendors'));
      continue;
    }
    const place = places.get(spot.slug) ?? { spot, there: [], models: [], money: new MoneyBehind() };
    places.set(spot.slug, place);
    place.there.push(organization);
    placeOfOrganization.set(organization.id, place);
  }
  const placeBySlug = new Map(matching.map(({ id, slug }) => [slug, placeOfOrganization.get(id)]));
  for (const model of models) placeBySlug.get(model.vendor.slug)?.models.push(model);
  const leftEvents = new EventsLeftOut();
  const everything = { from: null, to: null, currency: state.currency };
  const placed = (row: number) => placeOfOrganization.get(columns.organization[row] as number);
  countEvents(
    columns,
    everything,
    (row) => placed(row) !== undefined,
    leftEvents,
    (row, floor, ceiling, way) => placed(row)?.money.addAmount(row, floor, ceiling, way),
  );
  const ranked = [...places.values()]
    .map((place) => ({
      place,
      row: {
        place: place.spot.slug,
        name: place.spot.name,
        country: place.spot.country,
        organizations: place.there.length,
        placed: placeOfOrganization.size,
        models: numberOfModels(place.models),
        ...place.money.sum(),
      },
    }))
    .sort((a, b) => higher(a.row, b.row, state));
  const shown = ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(numberOf(state.top));
  const reason = {
    zh: whereWords.zh.beyond(numberOf(state.top), beyond.length),
    en: whereWords.en.beyond(numberOf(state.top), beyond.length),
  };
  const recordsOf = ({ there, models: own, money }: Place): BasisRecord[] =>
    [
      ...there.slice(0, mostListed).map((each) => basisOf(each, 'vendors')),
      ...own.slice(0, mostListed).map((each) => basisOf(each, 'models')),
      ...money.first.map((row) => basisOfEvent(columns, row)),
    ].slice(0, mostListed);
  const countOfPlace = ({ there, models: own, money }: Place) => there.length + own.length + money.count;
  const apart =
    beyond.length === 0
      ? []
      : [
          leftAt(
            reason,
            beyond.map(({ place }) => place),
          ),
        ];
  function leftAt(why: Bilingual, of: readonly Place[]): LeftOut {
    const records = of.flatMap(recordsOf).slice(0, mostListed);
    return {
      reason: why,
      records,
      more: of.reduce((sum, place) => sum + countOfPlace(place), 0) - records.length,
    };
  }
  const inFigures = new Set(shown.map(({ place }) => place));
  const counted = new Uint8Array(columns.size);
  countEvents(
    columns,
    everything,
    (row) => inFigures.has(placed(row) as Place),
    new EventsLeftOut(),
    (row) => {
      counted[row] = 1;
    },
  );
  const others = new Set(shown.flatMap(({ place }) => [...place.there, ...place.models].map(({ id }) => id)));
  return {
    rows: shown.map(({ row }) => row),
    basis: shown.map(({ place }) => recordsOf(place)),
    more: shown.map(({ place }) => countOfPlace(place) - recordsOf(place).length),
    ...limitedTo(shown.length, ranked.length),
    leftOut: [...shortened(left.list()), ...leftEvents.list(columns), ...apart].sort(
      (a, b) => countOf(b) - countOf(a) || (a.reason.en < b.reason.en ? -1 : 1),
    ),
    notes: [{ zh: whereWords.zh.note, en: whereWords.en.note }, modelCountNote, fundingNote],
    sources: sourceUses(read, (row) => counted[row] === 1, others),
  };
}

function shortened(list: readonly LeftOut[]): LeftOut[] {
  return list.map(({ reason, records }) => ({
    reason,
    records: records.slice(0, mostListed),
    more: Math.max(0, records.length - mostListed),
  }));
}

function higher(a: PlaceRow, b: PlaceRow, { sort }: State): number {
  const by = (row: PlaceRow) => (sort === 'funding' ? row.floor : row[sort]);
  return (
    by(b) - by(a) ||
    b.organizations - a.organizations ||
    b.models - a.models ||
    (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)
  );
}

function basisOf(
  { id, slug, name }: { id: number; slug: string; name: Bilingual },
  kind: 'vendors' | 'models',
): BasisRecord {
  return { id, name, path: `/${kind}/${slug}`, evidence: [] };
}

function columns(state: State): Column<PlaceRow>[] {
  return [
    textColumn('place', { zh: '地点', en: 'Place' }, (row, lang) => row.name[lang]),
    ...(state.by === 'country'
      ? []
      : [
          textColumn(
            'country',
            { zh: '国家', en: 'Country' },
            (row: PlaceRow, lang: Lang) => countryName(row.country)[lang],
          ),
        ]),
    numberColumn('organizations', { zh: '机构', en: 'Organizations' }, (row) => row.organizations, {
      unit: 'organizations',
    }),
    numberColumn('models', { zh: '模型系列', en: 'Model families' }, (row) => row.models, {
      unit: 'families',
    }),
    ...fundingColumns<PlaceRow>(currencyOf(state)),
  ];
}

function finding(data: ChartData<PlaceRow>, state: State, lang: Lang): string {
  const words = whereWords[lang];
  const { rows } = data;
  if (rows.length === 0) return words.none;
  const most = Math.max(...rows.map((row) => row.organizations));
  const leaders = rows.filter((row) => row.organizations === most).map((row) => row.name[lang]);
  const shown = rows.reduce((sum, row) => sum + row.organizations, 0);
  const count = (reasons: string[]) =>
    data.leftOut
      .filter(({ reason }) => reasons.includes(reason.en))
      .reduce((sum, each) => sum + countOf(each), 0);
  const unplaced = count([whereWords.en.noPlace, whereWords.en.noCountry]);
  const richest = rows.reduce<PlaceRow | null>(
    (best, row) => (row.floor > (best?.floor ?? 0) ? row : best),
    null,
  );
  return joinSentences(lang, [
    leaders.length <= 3
      ? words.leaders(
          joinList(lang, leaders),
          leaders.length,
          most,
          formatShare(lang, most / (rows[0]?.placed ?? most)),
        )
      : '',
    words.sum(
      rows.length,
      shown,
      rows.reduce((sum, row) => sum + row.models, 0),
    ),
    richest && rows.length > 1
      ? words.funding1(richest.name[lang], sumInWords(richest, currencyOf(state), lang))
      : '',
    words.unplaced(unplaced),
  ]);
}
