import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { placeSlug } from '@/domain/place';
import { citations } from '../citation';
import { aliases, choices, optional, slug, webAddress } from '../field-schemas';

export const organizationKinds = [
  'cloud',
  'internet',
  'ai-company',
  'startup',
  'software',
  'hardware',
  'chipmaker',
  'company',
  'lab',
  'academia',
  'fund',
  'person',
  'research-firm',
  'broker',
  'government',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What an organization does in this industry; the interface calls it a vendor or an investor by these. */
export const organizationRoles = [
  'vendor',
  'investor',
  'user',
  'research',
  'distributor',
  'public-body',
  'employer',
] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** A company, lab, university, fund or public body; one record, whatever it is called in each source. */
export const organization = z.strictObject({
  slug,
  name: bilingual,
  aliases,
  /** ISO 3166-1 alpha-2. */
  country: optional(z.string().regex(/^[A-Z]{2}$/)),
  /** City or municipality, by its slug in `place.ts`. */
  place: optional(placeSlug),
  kind: z.enum(organizationKinds),
  roles: choices(organizationRoles),
  business: optional(bilingual),
  homepage: optional(webAddress),
  note: optional(bilingual),
  citations,
});
export type Organization = z.infer<typeof organization>;
