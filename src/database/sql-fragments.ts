import { Prisma } from './generated/client';

// Each takes the name of a field in a query, `table.field` or `field`, never anything that a reader wrote.

/** A text in both languages as JSON. */
export const bilingual = (field: string) =>
  Prisma.raw(`jsonb_build_object('zh', ${field}_zh, 'en', ${field}_en)`);

/** The same for a text that may be absent: null then. */
export const bilingualOrNull = (field: string) =>
  Prisma.raw(`CASE WHEN ${field}_zh IS NOT NULL THEN ${bilingual(field).sql} END`);

/** A date with its precision as JSON (`domain/partial-date.ts` reads it). */
export const partialDate = (field: string) =>
  Prisma.raw(`jsonb_build_object('from', ${field}_from, 'to', ${field}_to, 'precision', ${field}_precision)`);

/** The same for a date that may be absent: null then. */
export const partialDateOrNull = (field: string) =>
  Prisma.raw(`CASE WHEN ${field}_from IS NOT NULL THEN ${partialDate(field).sql} END`);

/** Slug and name of a record of this table as JSON. */
export const slugAndName = (table: string) =>
  Prisma.raw(`jsonb_build_object('slug', ${table}.slug, 'name', ${bilingual(`${table}.name`).sql})`);
