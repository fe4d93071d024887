import type { FundingColumns } from '@/database/queries/funding-columns';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { data as colours, surface } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { marks } from '@/i18n/marks';
import { numberOf } from '@/linking/parameters';
import { numberColumn, textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import {
  answered,
  EventsLeftOut,
  type FundingRead,
  organizationOptions,
  readFunding,
} from '../facts/funding-events';
import { checkPeriod } from '../facts/period';
import { backingOf, type Counting, cellsOf, countedEvents, pairsOf } from './backing';
import { roleColour } from './role-colour';
import {
  axesOf,
  type BackingRow,
  type InvestorRole,
  type InvestorRow,
  investorRoles,
  isBacking,
  isPair,
  parameters,
  rolesOf,
  type State,
} from './rows';
import { investorsWords } from './words';

export type Read = FundingRead;

export const definition = defineChart({
  slug: 'investors',
  name: { zh: '投资方', en: 'Investors' },
  question: (state: State) =>
    state.show === 'pairs'
      ? { zh: '哪些投资方常常同投一家？', en: 'Which investors back the same rounds?' }
      : { zh: '谁投了哪些大模型公司？', en: 'Who backs which large-model companies?' },
  parameters,
  read: readFunding,
  options: ({ columns }) => ({
    investors: organizationOptions(columns, 'investors'),
    organizations: organizationOptions(columns, 'backed'),
  }),
  check: checkPeriod,
  highlight: { options: 'investors', of: (row) => (isPair(row) ? row.first : row.investor) },
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    isPair(row)
      ? investorsWords[lang].pair(
          row.firstName[lang],
          row.secondName[lang],
          row.events,
          joinList(
            lang,
            row.organizations.map(({ name }) => name[lang]),
          ),
        )
      : investorsWords[lang].backing(
          row.investorName[lang],
          row.organizationName[lang],
          rolesText(row, lang),
          row.events,
        ),
  legend(rows) {
    const both = (key: keyof typeof roleKeys): Bilingual => ({
      zh: investorsWords.zh[roleKeys[key]],
      en: investorsWords.en[roleKeys[key]],
    });
    if (rows.some(isPair)) {
      const label = { zh: investorsWords.zh.together, en: investorsWords.en.together };
      return [{ label, colour: colours.blue, mark: 'solid' as const }];
    }
    const present = new Set(rows.filter(isBacking).map((row) => row.role));
    return [
      ...investorRoles
        .filter((role) => present.has(role))
        .map((role) => ({ label: both(role), colour: roleColour(role).fill, mark: 'cell' as const })),
      ...(present.has(null) ? [{ label: both('none'), colour: surface.edge, mark: 'outline' as const }] : []),
    ];
  },
});

const roleKeys = { lead: 'lead', 'co-lead': 'coLead', follow: 'follow', none: 'notStated' } as const;

function roleName(role: InvestorRole | null, lang: Lang): string {
  return investorsWords[lang][roleKeys[role ?? 'none']];
}

/** The role in each round: the role alone where it was the same in all. */
function rolesText(row: BackingRow, lang: Lang): string {
  const roles = rolesOf(row);
  const [first] = roles;
  if (roles.length === 1 && first) return roleName(first.role, lang);
  return roles
    .map(({ role, events }) => investorsWords[lang].inRounds(roleName(role, lang), events))
    .join(marks[lang].list);
}

/** Organizations that the matrix has room for. */
const mostOrganizations = 60;

function answer(read: Read, state: State): ChartData<InvestorRow> {
  const { columns } = read;
  const left = new EventsLeftOut();
  const counted = countedEvents(columns, state, left);
  const notes: Bilingual[] = [{ zh: investorsWords.zh.note, en: investorsWords.en.note }];
  const inFigures = new Uint8Array(columns.size);
  const shownAs = <Row extends InvestorRow>(cells: readonly Counting<Row>[]) => {
    for (const { rows } of cells) for (const row of rows) inFigures[row] = 1;
    return answered<InvestorRow>(read, cells, left, notes, (row) => inFigures[row] === 1);
  };
  const leave = (key: 'beyond' | 'beyondPairs', most: number, count: number, rows: Iterable<number>) => {
    const reason = { zh: investorsWords.zh[key](most, count), en: investorsWords.en[key](most, count) };
    for (const row of rows) left.for(reason).add(row);
  };
  if (state.show === 'pairs') {
    const { shown, beyond } = pairsOf(columns, counted, state);
    leave('beyondPairs', numberOf(state.top), beyond.count, beyond.rows);
    return { ...shownAs(shown), ...limitedTo(shown.length, shown.length + beyond.count) };
  }
  const ranked = backingOf(columns, counted, state);
  // Investors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.investors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  if (beyond.length > 0) {
    const others = new Set(beyond.map(({ investor }) => investor));
    leave('beyond', numberOf(state.top), beyond.length, rowsWith(columns, counted, others));
  }
  const cells = cellsOf(columns, counted, shown);
  const present = new Map<string, number>();
  for (const { row } of cells) present.set(row.organization, (present.get(row.organization) ?? 0) + 1);
  const limited = limitedTo(shown.length, ranked.length);
  if (state.top === 'all' || present.size <= mostOrganizations) return { ...shownAs(cells), ...limited };
  const room = new Set(
    [...present]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, mostOrganizations)
      .map(([slug]) => slug),
  );
  const reason = {
    zh: investorsWords.zh.noRoom(mostOrganizations, present.size - mostOrganizations),
    en: investorsWords.en.noRoom(mostOrganizations, present.size - mostOrganizations),
  };
  const unshown = new Uint8Array(columns.size);
  for (const { row, rows } of cells)
    if (!room.has(row.organization)) for (const each of rows) unshown[each] = 1;
  for (let row = 0; row < columns.size; row++) if (unshown[row] === 1) left.for(reason).add(row);
  return { ...shownAs(cells.filter(({ row }) => room.has(row.organization))), ...limited };
}

/** The events among these in which one of the investors took part. */
function* rowsWith({ tookPartStart, investor }: FundingColumns, rows: readonly number[], ids: Set<number>) {
  for (const row of rows) {
    const [first, last] = [tookPartStart[row] as number, tookPartStart[row + 1] as number];
    for (let at = first; at < last; at++)
      if (ids.has(investor[at] as number)) {
        yield row;
        break;
      }
  }
}

function columns(state: State): Column<InvestorRow>[] {
  const events: Column<InvestorRow> = numberColumn(
    'events',
    state.show === 'pairs' ? { zh: '同投笔数', en: 'Events together' } : { zh: '笔数', en: 'Events' },
    (row) => row.events,
    { unit: 'events' },
  );
  const name = (
    key: string,
    label: Bilingual,
    of: (row: InvestorRow) => { slug: string; name: Bilingual } | null,
  ): Column<InvestorRow> => ({
    key,
    label,
    kind: 'text',
    unit: null,
    value: (row, lang) => of(row)?.name[lang] ?? null,
    path: (row) => {
      const slug = of(row)?.slug;
      return slug === undefined ? null : `/vendors/${slug}`;
    },
  });
  if (state.show === 'pairs') {
    return [
      name('first', { zh: '投资方', en: 'Investor' }, (row) =>
        isPair(row) ? { slug: row.first, name: row.firstName } : null,
      ),
      name('second', { zh: '同投方', en: 'Together with' }, (row) =>
        isPair(row) ? { slug: row.second, name: row.secondName } : null,
      ),
      events,
      textColumn('organizations', { zh: '被投机构', en: 'Organizations backed' }, (row, lang) =>
        isPair(row)
          ? row.organizations.map(({ name: own }) => own[lang]).join(marks[lang].list) +
            investorsWords[lang].moreOrganizations(row.moreOrganizations)
          : null,
      ),
    ];
  }
  return [
    name('investor', { zh: '投资方', en: 'Investor' }, (row) =>
      isBacking(row) ? { slug: row.investor, name: row.investorName } : null,
    ),
    name('organization', { zh: '被投机构', en: 'Organization backed' }, (row) =>
      isBacking(row) ? { slug: row.organization, name: row.organizationName } : null,
    ),
    textColumn('role', { zh: '角色', en: 'Role' }, (row, lang) =>
      isBacking(row) ? rolesText(row, lang) : null,
    ),
    events,
    numberColumn(
      'backed',
      { zh: '共投几家', en: 'Backs in all' },
      (row) => (isBacking(row) ? row.backed : null),
      { unit: 'organizations' },
    ),
  ];
}

function finding({ rows }: ChartData<InvestorRow>, _state: State, lang: Lang): string {
  const words = investorsWords[lang];
  const pairs = rows.filter(isPair);
  const [pair] = pairs;
  if (pair) {
    const leaders = pairs.filter((row) => row.events === pair.events);
    const repeated = pairs.filter((row) => row.events > 1).length;
    return [
      leaders.length > 3
        ? words.manyPairs(leaders.length, pair.events)
        : words.pairLeaders(
            leaders.map((row) => words.pairName(row.firstName[lang], row.secondName[lang])).join(words.or),
            leaders.length,
            pair.events,
          ),
      words.repeated(pairs.length, repeated),
    ].join(marks[lang].gap);
  }
  const cells = rows.filter(isBacking);
  const { investors, organizations } = axesOf(cells);
  const [first] = investors;
  if (!first) return words.none;
  const leaders = investors.filter((each) => each.backed === first.backed).map(({ name }) => name[lang]);
  const backers = (slug: string) => cells.filter((row) => row.organization === slug).length;
  const most = Math.max(...organizations.map(({ slug }) => backers(slug)));
  const popular = organizations.filter(({ slug }) => backers(slug) === most).map(({ name }) => name[lang]);
  const unstated = cells.filter((row) => row.role === null).length;
  return joinSentences(lang, [
    words.leaders(
      leaders.length > 3 ? words.several(leaders.length) : joinList(lang, leaders),
      leaders.length,
      first.backed,
    ),
    words.shown(investors.length, organizations.length),
    organizations.length > 1 && popular.length <= 3 && most > 1
      ? words.popular(joinList(lang, popular), popular.length, most)
      : '',
    words.unstated(unstated, cells.length),
  ]);
}
