import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { aliases, optional, slug, slugs } from '../field-schemas';

const productCategories = [
  'chatbot',
  'image-generation',
  'search',
  'assistant',
  'accelerator',
  'other',
] as const;
export type ProductCategory = (typeof productCategories)[number];

const productStatuses = ['announced', 'released', 'withdrawn'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** What people use: an application built on a model, or an accelerator that models run on. */
export const product = z.strictObject({
  slug,
  name: bilingual,
  aliases,
  vendor: slug,
  model: optional(slug),
  category: z.enum(productCategories),
  status: optional(z.enum(productStatuses)),
  industries: slugs,
  note: optional(bilingual),
  citations,
});
export type Product = z.infer<typeof product>;
