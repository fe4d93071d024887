import type { Facts } from '../reading';

/** A source that says how it may be used. */
export interface LicensedSource {
  slug: string;
  title: string;
  licence: string;
}

/** Which sources state a licence of their own? By title. */
export async function sourcesWithLicence(facts: Facts): Promise<LicensedSource[]> {
  return facts.db.$queryRaw<LicensedSource[]>`
    SELECT slug, title, licence FROM source WHERE licence IS NOT NULL ORDER BY title`;
}
