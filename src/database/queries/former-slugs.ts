import { Prisma } from '../generated/client';
import { bilingual } from '../sql-fragments';

/**
 * Slugs of records that were merged into another, as a table for queries: `merged_into` (the id of the one that stayed)
 * and `slugs`. It is joined, never asked for each row anew: in the facts of an earlier edition a record is found by
 * its id alone, so that asking by anything else reads the whole log each time.
 */
export const formerSlugs = Prisma.sql`(
  SELECT merged_into, jsonb_agg(slug ORDER BY slug) AS slugs FROM record WHERE merged_into IS NOT NULL GROUP BY merged_into
)`;

/** An organization `o` beside its `former` slugs as a value: slug, name, formerSlugs. */
export const organizationInBrief = Prisma.sql`jsonb_build_object('slug', o.slug, 'name',
  ${bilingual('o.name')}, 'formerSlugs', coalesce(former.slugs, '[]'))`;
