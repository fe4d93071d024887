import { z } from 'zod';
import type { PrismaClient } from '@/database/generated/client';
import { webAddress } from '@/records/field-schemas';

/** Somebody without an account says that a figure is wrong. */
export interface ErrorReport {
  /** The page, without the language: /vendors/baidu. */
  page: string;
  /** The mark on the page that the report is about; empty where it is about the page. */
  mark: string;
  text: string;
  /** A source that says it right; empty where the reader has none. */
  source: string;
}

/** What became of it: `full` where so many wait that no more are taken. */
export type ReportOutcome = 'sent' | 'text' | 'source' | 'page' | 'full';

/** Shortest and longest text, in characters. */
export const reportLength = { least: 5, most: 2000 } as const;
/** Reports that may wait at once: more would bury the editors' own proposals. */
const mostWaiting = 1000;

const schema = z.object({
  text: z.string().trim().min(reportLength.least).max(reportLength.most),
  source: z.union([z.literal(''), webAddress]),
  page: z
    .string()
    .max(300)
    .regex(/^\/[\w\-./?=&~%]*$/),
  mark: z
    .string()
    .max(200)
    .regex(/^[\w-]*$/),
});

/** Puts the report among the proposals that wait for an editor. It wants no particular change; its note says it all. */
export async function reportError(client: PrismaClient, report: ErrorReport): Promise<ReportOutcome> {
  const parsed = schema.safeParse(report);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return field === 'text' || field === 'source' ? field : 'page';
  }
  const { page, mark, text, source } = parsed.data;
  const waiting = await client.proposal.count({ where: { state: 'open', origin: 'report' } });
  if (waiting >= mostWaiting) return 'full';
  const place = mark === '' ? page : `${page}#${mark}`;
  const note = [text, ...(source === '' ? [] : [source]), place].join('\n');
  await client.proposal.create({ data: { state: 'open', origin: 'report', note } });
  return 'sent';
}
