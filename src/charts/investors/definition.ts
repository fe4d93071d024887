import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { investorsOfOrganizations } from '@/database/queries/investors-of-organizations';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { data as colours, surface } from '@/domain/palette';
import { investorsWords } from '@/i18n/funding-charts';
import { joinList } from '@/i18n/list';
import { type ChartData, type Column, defineChart } from '../definition';
import { leftOutList } from '../left-out';
import { optionsFrom } from '../options';
import { checkPeriod } from '../period';
import { backingOf, countedEvents, type Event, pairsOf } from './backing';
import { roleColour } from './role-colour';
import {
  axesOf,
  type InvestorRole,
  type InvestorRow,
  investorRoles,
  isBacking,
  isPair,
  parameters,
  type State,
} from './rows';

export type Read = { events: Event[] };

export const definition = defineChart({
  slug: 'investors',
  name: { zh: '投资方', en: 'Investors' },
  question: (state: State) =>
    state.show === 'pairs'
      ? { zh: '哪些投资方常常同投一家？', en: 'Which investors back the same rounds?' }
      : { zh: '谁投了哪些大模型公司？', en: 'Who backs which large-model companies?' },
  parameters,
  async read(facts): Promise<Read> {
    const events = await investorsOfOrganizations(facts);
    const evidence = await evidenceOfRecords(
      facts,
      events.map((event) => event.id),
    );
    return { events: events.map((event) => ({ ...event, evidence: evidence.get(event.id) ?? [] })) };
  },
  options: ({ events }) => ({
    investors: optionsFrom(events.flatMap((event) => event.investors)),
    organizations: optionsFrom(
      events.flatMap((event) => (event.investors.length > 0 ? [event.company] : [])),
    ),
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
          roleName(row.role, lang),
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

function answer({ events }: Read, state: State): ChartData<InvestorRow> {
  const left = leftOutList();
  const counted = countedEvents(events, state, left);
  const notes: Bilingual[] = [{ zh: investorsWords.zh.note, en: investorsWords.en.note }];
  const beyondReason = (count: number): Bilingual => ({
    zh: investorsWords.zh[state.show === 'pairs' ? 'beyondPairs' : 'beyond'](state.top, count),
    en: investorsWords.en[state.show === 'pairs' ? 'beyondPairs' : 'beyond'](state.top, count),
  });
  if (state.show === 'pairs') {
    const pairs = pairsOf(counted, state);
    const beyond = pairs.slice(state.top);
    for (const { basis } of beyond)
      for (const record of basis) left.leave(beyondReason(beyond.length), record);
    const shown = pairs.slice(0, state.top);
    return {
      rows: shown.map(({ row }) => row),
      basis: shown.map(({ basis }) => basis),
      leftOut: left.list(),
      notes,
    };
  }
  const ranked = backingOf(counted, state);
  // Investors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.investors.length > 0 ? ranked : ranked.slice(0, state.top);
  const beyond = ranked.slice(shown.length);
  for (const { basis } of beyond.flat())
    for (const record of basis) left.leave(beyondReason(beyond.length), record);
  const cells = shown.flat();
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    notes,
  };
}

function columns(state: State): Column<InvestorRow>[] {
  const events: Column<InvestorRow> = {
    key: 'events',
    label: state.show === 'pairs' ? { zh: '同投笔数', en: 'Events together' } : { zh: '笔数', en: 'Events' },
    kind: 'number',
    unit: 'events',
    value: (row) => row.events,
  };
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
      {
        key: 'organizations',
        label: { zh: '被投机构', en: 'Organizations backed' },
        kind: 'text',
        unit: null,
        value: (row, lang) =>
          isPair(row)
            ? row.organizations.map(({ name: own }) => own[lang]).join(lang === 'zh' ? '、' : ', ')
            : null,
      },
    ];
  }
  return [
    name('investor', { zh: '投资方', en: 'Investor' }, (row) =>
      isBacking(row) ? { slug: row.investor, name: row.investorName } : null,
    ),
    name('organization', { zh: '被投机构', en: 'Organization backed' }, (row) =>
      isBacking(row) ? { slug: row.organization, name: row.organizationName } : null,
    ),
    {
      key: 'role',
      label: { zh: '角色', en: 'Role' },
      kind: 'text',
      unit: null,
      value: (row, lang) => (isBacking(row) ? roleName(row.role, lang) : null),
    },
    events,
    {
      key: 'backed',
      label: { zh: '共投几家', en: 'Backs in all' },
      kind: 'number',
      unit: 'organizations',
      value: (row) => (isBacking(row) ? row.backed : null),
    },
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
    ].join(lang === 'zh' ? '' : ' ');
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
  const sentences = [
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
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
