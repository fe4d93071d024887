import { Prisma } from '../generated/client';

/**
 * Each model with the head of its family, as a table for queries: `id`, `vendor_id`, `tier`, `head` (the record at the top of
 * `memberOf`; itself where it is in no family), `head_tier`, and `collects` (a family that has members). What is counted
 * out of it is said in `domain/model-count.ts`.
 */
export const modelFamilies = Prisma.sql`(
  WITH RECURSIVE every AS MATERIALIZED (SELECT id, vendor_id, tier, family, member_of_id FROM model),
  up AS (
    SELECT id, id AS head, tier AS head_tier FROM every WHERE member_of_id IS NULL
    UNION ALL SELECT m.id, up.head, up.head_tier FROM every m JOIN up ON m.member_of_id = up.id
  )
  SELECT up.id, m.vendor_id, m.tier, up.head, up.head_tier,
    m.family AND m.id IN (SELECT member_of_id FROM every WHERE member_of_id IS NOT NULL) AS collects
  FROM up JOIN every m ON m.id = up.id
)`;

/** Columns of a model's family, where it stands in a query as `family`: what `CountedModel` needs. */
export const familyColumns = Prisma.sql`family.head, family.head_tier AS "headTier", family.collects`;
