import type { Bilingual } from '@/domain/bilingual';
import type { OrganizationRole } from '@/records/organization/schema';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';

export interface PlacedAt {
  id: number;
  slug: string;
  name: Bilingual;
  /** ISO 3166-1 alpha-2; null where no source says. */
  country: string | null;
  /** A slug out of `places`; null where no source says. */
  place: string | null;
  roles: OrganizationRole[];
}

/** Where does each organization sit, and what does it do in this industry? */
export async function organizationsByPlace(facts: Facts): Promise<PlacedAt[]> {
  return facts.db.$queryRaw<PlacedAt[]>`
    SELECT o.id, o.slug, ${bilingual('o.name')} AS name, o.country, o.place, o.roles
    FROM organization o ORDER BY o.slug`;
}
