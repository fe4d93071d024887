import type { Lang } from '@/domain/bilingual';
import { type Colour, data, surface } from '@/domain/palette';
import { joinList } from '@/i18n/list';
import type { ChartDrawing } from '../engine/drawing';
import { barRows } from '../families/bar-rows';
import type { BarContent } from '../families/bar-rows-layout';
import { type GridContent, grid } from '../families/grid';
import { niceTicks } from '../families/ticks';
import { roleColour } from './role-colour';
import { axesOf, type InvestorRow, isBacking, isPair, rolesOf, type State } from './rows';
import { investorsWords } from './words';

export const drawing: ChartDrawing<State, InvestorRow> = ({ rows, state, lang }) =>
  state.show === 'pairs' ? barRows(pairBars(rows, lang)) : grid(matrix(rows, lang));

function matrix(all: readonly InvestorRow[], lang: Lang): GridContent {
  const words = investorsWords[lang];
  const rows = all.filter(isBacking);
  const { investors, organizations } = axesOf(rows);
  const roles = {
    lead: words.lead,
    'co-lead': words.coLead,
    follow: words.follow,
  } as const;
  return {
    total: words.total,
    rows: investors.map(({ slug, name, backed }) => ({
      key: slug,
      label: name[lang],
      total: String(backed),
    })),
    columns: organizations.map(({ slug, name }) => ({ key: slug, label: name[lang] })),
    cells: rows.map((row, index) => {
      const colour = roleColour(row.role);
      return {
        index,
        row: investors.findIndex(({ slug }) => slug === row.investor),
        column: organizations.findIndex(({ slug }) => slug === row.organization),
        data: { column: 'events', value: row.events },
        fill: row.role === null ? null : colour.fill,
        outline: row.role === null ? surface.edge : null,
        ink: colour.text,
        text: row.events > 1 ? String(row.events) : '',
        title: [
          `${row.investorName[lang]} → ${row.organizationName[lang]}`,
          ...rolesOf(row).map(
            ({ role, events }) => `${role === null ? words.notStated : roles[role]} ${words.rounds(events)}`,
          ),
          `${words.events} ${row.events}`,
        ].join(' · '),
      };
    }),
  };
}

function pairBars(all: readonly InvestorRow[], lang: Lang): BarContent<Colour> {
  const words = investorsWords[lang];
  const rows = all.filter(isPair);
  const most = Math.max(1, ...rows.map((row) => row.events));
  return {
    panels: [{ ticks: niceTicks(most, 4, true), tick: String, share: 1 }],
    rows: rows.map((row) => {
      const names = joinList(
        lang,
        row.organizations.map(({ name }) => name[lang]),
      );
      const text = words.pairCaption(row.events, names);
      return {
        key: `${row.first} ${row.second}`,
        label: words.pairName(row.firstName[lang], row.secondName[lang]),
        caption: text,
        bars: [
          {
            pieces: [{ column: 'events', value: row.events, colour: data.blue }],
            ceiling: null,
            open: false,
            text,
          },
        ],
      };
    }),
  };
}
