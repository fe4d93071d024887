import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { observationBounds } from '@/domain/observed';
import { partialDate } from '@/domain/partial-date-schema';
import { citations } from '../citation';
import { label, optional, slug } from '../field-schemas';

/** One value of an indicator: of what, when, how much, and who says so. */
export const observation = z
  .strictObject({
    slug,
    indicator: slug,
    subject: bilingual,
    /** The record that the subject is, as `kind/slug`. */
    about: optional(z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/)),
    date: partialDate,
    value: optional(z.number()),
    min: optional(z.number()),
    max: optional(z.number()),
    bound: z.enum(observationBounds),
    /** Only where it differs from the indicator's unit. */
    unit: optional(label),
    /** A forecast, not something that was observed. */
    projection: z.boolean().default(false),
    /** Who counted or estimated, as the source says. */
    byOrganization: optional(slug),
    byText: optional(bilingual),
    note: optional(bilingual),
    citations,
  })
  .refine((seen) => seen.min === null || seen.max === null || seen.min <= seen.max, {
    path: ['max'],
    message: 'max is below min',
  });
export type Observation = z.infer<typeof observation>;
