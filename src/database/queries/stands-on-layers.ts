import { type LayerSlug, layerSlugs } from '@/records/layer/schema';
import { Prisma } from '../generated/client';
import type { Facts } from '../reading';

/**
 * Who stands on which layer of the value chain, as a table for queries: `organization_id`, `layer` (its slug), `record_id`
 * (what says so) and `stated`. This is the one rule; everything that shows, counts or filters layers asks it.
 *
 * - Stated: a source places the organization there (a placement).
 * - Derived: it has a record of that layer's kind. Models make the model layer; platforms and accelerators carry models,
 *   so they make the infrastructure layer; other products are built on models and make the application layer.
 *
 * Nothing else does: money raised, or industries served, put nobody on a layer.
 */
export const standsOnLayers = Prisma.sql`(
  SELECT p.organization_id, l.slug AS layer, p.id AS record_id, true AS stated FROM placement p JOIN layer l ON l.id = p.layer_id
  UNION ALL SELECT vendor_id, 'model', id, false FROM model
  UNION ALL SELECT vendor_id, 'infrastructure', id, false FROM platform
  UNION ALL SELECT vendor_id, CASE category WHEN 'accelerator' THEN 'infrastructure' ELSE 'application' END, id, false FROM product
)`;

/** An organization's place on a layer; derived where it is not stated. */
export interface LayerStand {
  layer: LayerSlug;
  stated: boolean;
}

/** The layers of organizations, by their ids; from applications down to compute. */
export async function layersOf(facts: Facts, ids: readonly number[]): Promise<Map<number, LayerStand[]>> {
  const rows = await facts.db.$queryRaw<(LayerStand & { id: number })[]>`
    SELECT organization_id AS id, layer, bool_or(stated) AS stated FROM ${standsOnLayers} stand
    WHERE organization_id = ANY(${[...ids]}::int[]) GROUP BY organization_id, layer
    ORDER BY array_position(${[...layerSlugs]}::text[], layer) DESC`;
  const found = new Map<number, LayerStand[]>();
  for (const { id, ...stand } of rows) found.set(id, [...(found.get(id) ?? []), stand]);
  return found;
}
