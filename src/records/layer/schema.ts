import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { slug } from '../field-schemas';

/** The slugs of the three layers of the value chain, from the ground up. */
export const layerSlugs = ['infrastructure', 'model', 'application'] as const;
export type LayerSlug = (typeof layerSlugs)[number];

/** A layer of the value chain, as its source describes it. */
export const layer = z.strictObject({
  slug,
  name: bilingual,
  /** The place that the source gives it, 1 first. */
  order: z.int().positive(),
  who: bilingual,
  strengths: bilingual,
  bottlenecks: bilingual,
  citations,
});
export type Layer = z.infer<typeof layer>;
