import { evidenceTogether } from '@/compare/evidence-together';
import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import type { ActiveOrganization } from '@/database/queries/organizations-with-activity';
import type { Facts } from '@/database/reading';
import type { Evidence } from '@/domain/evidence';

/** A row of the list with what sources say of it. */
export interface VendorRow extends ActiveOrganization {
  /** All statements behind the row, without repeats. */
  evidence: Evidence[];
  /** Statements of the amounts alone. */
  moneyEvidence: Evidence[];
}

/** Records of one organization whose sources a list tells, and events of those; its own page has all. */
const mostTold = 60;
const mostEventsTold = 12;

/** The organizations of a page with what sources say of them. */
export async function vendorsOfPage(facts: Facts, page: readonly ActiveOrganization[]): Promise<VendorRow[]> {
  const told = page.map(({ basis, raised }) => ({
    basis: basis.slice(0, mostTold),
    raised: Array.from(raised.subarray(0, mostEventsTold)),
  }));
  const evidence = await evidenceOfRecords(
    facts,
    told.flatMap(({ basis, raised }) => [...basis, ...raised]),
  );
  const of = (id: number) => evidence.get(id) ?? [];
  return page.map((each, at) => {
    const { basis = [], raised = [] } = told[at] ?? {};
    return {
      ...each,
      evidence: evidenceTogether([...basis, ...raised].map(of)),
      moneyEvidence: evidenceTogether(raised.map((id) => amountEvidence(of(id)))),
    };
  });
}

/** What is said of an event's amount; where nothing is, the sources that leave it out. */
function amountEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const amounts = evidenceForField(all, 'amount');
  return amounts.length > 0 ? amounts : all;
}
