import { organizationOptions } from '@/charts/facts/funding-events';
import { optionsFrom } from '@/charts/facts/options';
import { changesOfRecords, type RecordChange } from '@/database/queries/changes-of-records';
import { fundingColumns } from '@/database/queries/funding-columns';
import { industriesByName } from '@/database/queries/industries-by-name';
import type { Facts } from '@/database/reading';
import type { Option } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import { type ChangeState, parseChanges } from './parameters';

/** Changes on one page. */
export const pageSize = 50;

/** The list of changes that an address asks for. */
export interface ChangeList {
  edition: number;
  state: ChangeState;
  problems: Problem[];
  changes: RecordChange[];
  /** Where the next page begins; null at the end. */
  next: ChangeState['after'];
  vendors: Option[];
  industries: Option[];
}

/** Everything that the page and the feed of changes show. */
export async function changeList(
  facts: Facts,
  search: URLSearchParams,
  {
    elsewhere = [],
    size = pageSize,
    strict = false,
  }: { elsewhere?: readonly string[]; size?: number; strict?: boolean } = {},
): Promise<ChangeList> {
  const vendors = organizationOptions(await fundingColumns(facts), 'all');
  const industries = optionsFrom(await industriesByName(facts));
  const { state, problems } = parseChanges(
    search,
    { vendor: vendors, industry: industries },
    elsewhere,
    strict,
  );
  const found = await changesOfRecords(
    facts,
    {
      vendors: state.vendor,
      industries: state.industry,
      kinds: state.kind,
      actions: state.action,
      edition: state.edition === 0 ? null : state.edition,
      after: state.after,
    },
    size + 1,
  );
  const changes = found.slice(0, size);
  const last = changes.at(-1);
  const next = found.length > size && last ? { edition: last.edition, record: last.id } : null;
  return { edition: facts.edition, state, problems, changes, next, vendors, industries };
}
