import type { Bilingual } from '@/domain/bilingual';
import { roundFamilies } from '@/domain/round';
import { roundFamilyNames } from '@/i18n/charts';
import { choice, limit, type StateOf, slugList } from '@/linking/parameters';
import type { ParticipationRole } from '@/records/funding-event/schema';
import { periodParameters } from '../facts/period';

export const parameters = {
  show: choice(
    { zh: '看什么', en: 'Show' },
    [
      { value: 'backing', label: { zh: '谁投了谁', en: 'Who backs whom' } },
      { value: 'pairs', label: { zh: '谁和谁同投', en: 'Who invests together' } },
    ],
    'backing',
  ),
  investors: slugList({ zh: '投资方', en: 'Investors' }),
  organizations: slugList({ zh: '被投机构', en: 'Organizations backed' }),
  rounds: slugList(
    { zh: '轮次', en: 'Rounds' },
    roundFamilies.map((value) => ({ value, label: roundFamilyNames[value] })),
  ),
  ...periodParameters,
  top: limit({ zh: '最多显示几项', en: 'At most' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** Roles of an investor, the weightiest first; an adviser and an acquirer are none. */
export const investorRoles = ['lead', 'co-lead', 'follow'] as const satisfies readonly ParticipationRole[];
export type InvestorRole = (typeof investorRoles)[number];

/** One investor in one organization. */
export type BackingRow = {
  kind: 'backing';
  investor: string;
  investorName: Bilingual;
  organization: string;
  organizationName: Bilingual;
  /** The weightiest role in any of the rounds, which colours the cell; null: no source states one. */
  role: InvestorRole | null;
  /** In how many rounds it had each role, the weightiest first. Links pinned by earlier versions do not have it. */
  roles?: readonly { role: InvestorRole | null; events: number }[];
  events: number;
  /** Organizations that the investor backs in all. */
  backed: number;
};

/** The roles of a row; of one that was pinned before they were kept, as far as it says. */
export function rolesOf({
  role,
  roles,
  events,
}: BackingRow): readonly { role: InvestorRole | null; events: number }[] {
  return roles ?? [{ role, events }];
}

/** Two investors in the same events. */
export type PairRow = {
  kind: 'pair';
  first: string;
  firstName: Bilingual;
  second: string;
  secondName: Bilingual;
  events: number;
  organizations: { slug: string; name: Bilingual }[];
  /** How many more there are than `organizations` names. */
  moreOrganizations: number;
};

export type InvestorRow = BackingRow | PairRow;

export type Axis = { slug: string; name: Bilingual };

/** The axes of the matrix: investors in the order of the rows, organizations with most of these investors first. */
export function axesOf(rows: readonly BackingRow[]): {
  investors: (Axis & { backed: number })[];
  organizations: Axis[];
} {
  const investors = new Map(
    rows.map((row) => [row.investor, { slug: row.investor, name: row.investorName, backed: row.backed }]),
  );
  const organizations = new Map(
    rows.map((row) => [row.organization, { slug: row.organization, name: row.organizationName }]),
  );
  const backers = (slug: string) => rows.filter((row) => row.organization === slug).length;
  return {
    investors: [...investors.values()],
    organizations: [...organizations.values()].sort(
      (a, b) => backers(b.slug) - backers(a.slug) || (a.slug < b.slug ? -1 : 1),
    ),
  };
}

export function isBacking(row: InvestorRow): row is BackingRow {
  return row.kind === 'backing';
}

export function isPair(row: InvestorRow): row is PairRow {
  return row.kind === 'pair';
}
