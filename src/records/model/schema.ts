import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { tiers } from '@/domain/tier';
import { citations } from '../citation';
import { aliases, choices, label, optional, optionalDate, slug, slugs, webAddress } from '../field-schemas';

export const modalities = ['nlp', 'cv', 'speech', 'video', 'code', 'science', 'multimodal'] as const;
export type Modality = (typeof modalities)[number];

/** How others reach a model; `product`: only inside a product. */
export const accessKinds = ['api', 'open-weights', 'open-source', 'internal', 'product'] as const;
export type Access = (typeof accessKinds)[number];

/** A model or a family of models. */
export const model = z.strictObject({
  slug,
  name: bilingual,
  aliases,
  vendor: slug,
  /** Further organizations behind it. */
  partners: slugs,
  /** Not known, or a research model that fits no tier: null, and counted as unclassified. */
  tier: optional(z.enum(tiers)),
  /** The category in the source's own word, where it is not one of the tiers (科研, 代码). */
  category: optional(label),
  family: z.boolean().default(false),
  modalities: choices(modalities),
  /** Number of parameters, as a count. */
  parameters: optional(z.int().positive()),
  /** Of a mixture of experts: the parameters that work on each token, as a count. */
  activeParameters: optional(z.int().positive()),
  /** The longest input and output together, in tokens. */
  contextLength: optional(z.int().positive().max(2_147_483_647)),
  access: choices(accessKinds),
  /** What its weights or code may be used under, as the source calls it: Apache-2.0, MIT. */
  licence: optional(label),
  /** The family that it is a generation, a version or a size of; not what it was made from. */
  memberOf: optional(slug),
  /** The model that it was made from. */
  derivesFrom: optional(slug),
  platform: optional(slug),
  industries: slugs,
  released: optionalDate,
  urls: z.array(webAddress).max(20).default([]),
  note: optional(bilingual),
  citations,
});
export type Model = z.infer<typeof model>;
