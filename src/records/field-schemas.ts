import * as z from 'zod';
import { partialDate } from '@/domain/partial-date-schema';

/** The name of a record in URLs and data files: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A line or paragraph of text; never empty, never with leading or trailing blanks. */
export const text = z.string().trim().min(1).max(4000);

/** Short names and labels. */
export const label = z.string().trim().min(1).max(300);

/** A web address. Only http and https, so that a stored link can never run a script. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** Other names of a record, without repeats. */
export const aliases = z
  .array(label)
  .max(60)
  .default([])
  .transform((names) => [...new Set(names)]);

/** A field that may be absent: absent and `null` are the same, and are stored as null. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null as never);
}

/** A date known to a day, month, quarter, year or period, or not known. */
export const optionalDate = optional(partialDate);

/** Slugs of other records, without repeats, in alphabetical order (their order says nothing). */
export const slugs = z
  .array(slug)
  .max(200)
  .default([])
  .transform((list) => [...new Set(list)].sort());

/** Choices out of a fixed vocabulary, without repeats, in the vocabulary's order. */
export function choices<const T extends readonly [string, ...string[]]>(vocabulary: T) {
  return z
    .array(z.enum(vocabulary))
    .default([])
    .transform((chosen) => vocabulary.filter((word): word is T[number] => chosen.includes(word as never)));
}
