import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type ModelOfVendor, modelsByVendorAndTier } from '@/database/queries/models-by-vendor-and-tier';
import { organizationsByPlace, type PlacedAt } from '@/database/queries/organizations-by-place';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { data as colours } from '@/domain/palette';
import { placeOf } from '@/domain/place';
import { whereWords } from '@/i18n/landscape-charts';
import { joinList } from '@/i18n/list';
import { formatShare } from '@/i18n/numbers';
import { countryName } from '@/i18n/vendors';
import { type BasisRecord, type ChartData, type Column, defineChart, type LegendItem } from '../definition';
import {
  basisOfEvent,
  countedAmount,
  type FundingEvent,
  fundingNote,
  readFundingEvents,
} from '../funding-events';
import { currencyOf, fundingColumns, sumInWords, sumOfRanges } from '../funding-sum';
import { groupBy } from '../group-by';
import { leftOutList } from '../left-out';
import { chosen } from '../options';
import { figuresInWords } from './figures';
import { type PlaceRow, parameters, type State } from './rows';

type WithEvidence<Each> = Each & { evidence: Evidence[] };
export type Read = {
  organizations: WithEvidence<PlacedAt>[];
  models: WithEvidence<ModelOfVendor>[];
  events: FundingEvent[];
};

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
  async read(facts): Promise<Read> {
    const organizations = await organizationsByPlace(facts);
    const models = await modelsByVendorAndTier(facts);
    const events = await readFundingEvents(facts);
    const evidence = await evidenceOfRecords(
      facts,
      [...organizations, ...models].map((each) => each.id),
    );
    const withEvidence = <Each extends { id: number }>(each: Each) => ({
      ...each,
      evidence: evidence.get(each.id) ?? [],
    });
    return { organizations: organizations.map(withEvidence), models: models.map(withEvidence), events };
  },
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

function answer({ organizations, models, events }: Read, state: State): ChartData<PlaceRow> {
  const left = leftOutList();
  const matching = organizations.filter(
    (each) =>
      (state.role === 'all' || each.roles.includes(state.role)) &&
      chosen(state.countries, (each.country ?? '').toLowerCase()),
  );
  const modelsOf = groupBy(models, (model) => model.vendor.slug);
  const eventsOf = groupBy(events, (event) => event.company.slug);
  const located = matching.flatMap((organization) => {
    const spot = spotOf(organization, state.by);
    if (spot) return [{ organization, spot }];
    const key = state.by === 'country' ? 'noCountry' : 'noPlace';
    left.leave({ zh: whereWords.zh[key], en: whereWords.en[key] }, basisOf(organization, 'vendors'));
    return [];
  });
  const ranked = [...groupBy(located, ({ spot }) => spot.slug).values()]
    .flatMap((own) =>
      own[0]
        ? [
            placeWith(
              own[0].spot,
              own.map(({ organization }) => organization),
            ),
          ]
        : [],
    )
    .sort((a, b) => higher(a.row, b.row, state));
  function placeWith(spot: Spot, there: Read['organizations']) {
    const ownModels = there.flatMap(({ slug }) => modelsOf.get(slug) ?? []);
    const counted = there
      .flatMap(({ slug }) => eventsOf.get(slug) ?? [])
      .flatMap((event) => {
        const result = countedAmount(event, { from: null, to: null }, state.currency);
        if (result.outside) return [];
        if (result.why === null) return [{ event, amount: result.amount }];
        left.leave(result.why, basisOfEvent(event));
        return [];
      });
    return {
      row: {
        place: spot.slug,
        name: spot.name,
        country: spot.country,
        organizations: there.length,
        models: ownModels.length,
        ...sumOfRanges(counted.map(({ amount }) => amount)),
      },
      basis: [
        ...there.map((each) => basisOf(each, 'vendors')),
        ...ownModels.map((each) => basisOf(each, 'models')),
        ...counted.map(({ event }) => basisOfEvent(event)),
      ],
    };
  }
  const shown = ranked.slice(0, state.top);
  const beyond = ranked.slice(state.top);
  for (const { basis } of beyond) {
    const reason = {
      zh: whereWords.zh.beyond(state.top, beyond.length),
      en: whereWords.en.beyond(state.top, beyond.length),
    };
    for (const record of basis) left.leave(reason, record);
  }
  return {
    rows: shown.map(({ row }) => row),
    basis: shown.map(({ basis }) => basis),
    leftOut: left.list(),
    notes: [{ zh: whereWords.zh.note, en: whereWords.en.note }, fundingNote],
  };
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
  { slug, name, evidence }: { slug: string; name: Bilingual; evidence: Evidence[] },
  kind: 'vendors' | 'models',
): BasisRecord {
  return { name, path: `/${kind}/${slug}`, evidence };
}

function columns(state: State): Column<PlaceRow>[] {
  return [
    {
      key: 'place',
      label: { zh: '地点', en: 'Place' },
      kind: 'text',
      unit: null,
      value: (row, lang) => row.name[lang],
    },
    ...(state.by === 'country'
      ? []
      : [
          {
            key: 'country',
            label: { zh: '国家', en: 'Country' },
            kind: 'text' as const,
            unit: null,
            value: (row: PlaceRow, lang: Lang) => countryName(row.country)[lang],
          },
        ]),
    {
      key: 'organizations',
      label: { zh: '机构', en: 'Organizations' },
      kind: 'number',
      unit: 'organizations',
      value: (row) => row.organizations,
    },
    {
      key: 'models',
      label: { zh: '模型', en: 'Models' },
      kind: 'number',
      unit: 'models',
      value: (row) => row.models,
    },
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
      .reduce((sum, each) => sum + each.records.length, 0);
  const unplaced = count([whereWords.en.noPlace, whereWords.en.noCountry]);
  // Organizations in places after the first ones are placed as well.
  const beyond = data.leftOut
    .filter(({ reason }) => /after the first/.test(reason.en))
    .flatMap(({ records }) => records)
    .filter(({ path }) => path.startsWith('/vendors/')).length;
  const richest = rows.reduce<PlaceRow | null>(
    (best, row) => (row.floor > (best?.floor ?? 0) ? row : best),
    null,
  );
  const sentences = [
    leaders.length <= 3
      ? words.leaders(
          joinList(lang, leaders),
          leaders.length,
          most,
          formatShare(lang, most / (shown + beyond)),
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
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
