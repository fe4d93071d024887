import { allowedText } from '@/i18n/charts';
import type { Problem } from './state';

/** Which state of knowledge a link asks for: today's, an edition's, or a day's. */
export type Known = { kind: 'now' } | { kind: 'edition'; edition: number } | { kind: 'day'; day: string };

/** The parameters that say so; every chart and table takes them, beside its own. */
export const knownNames = ['edition', 'known'] as const;

const now: Known = { kind: 'now' };

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Reads `edition=3` or `known=2024-06-30`; whether there is such an edition is for the facts to say. Total. */
export function readKnown(search: URLSearchParams): { known: Known; problems: Problem[] } {
  const problem = (parameter: string, allowed: Problem['allowed']) => ({
    known: now,
    problems: [{ parameter, value: search.getAll(parameter).join(' '), allowed }],
  });
  const [editions, days] = knownNames.map((name) => search.getAll(name).filter((value) => value !== ''));
  const [edition, day] = [editions?.[0], days?.[0]];
  if (edition !== undefined && day !== undefined) return problem('known', allowedText.editionOrDay);
  if (edition !== undefined) {
    if (editions?.length !== 1 || !/^[1-9]\d{0,8}$/.test(edition))
      return problem('edition', allowedText.edition);
    return { known: { kind: 'edition', edition: Number(edition) }, problems: [] };
  }
  if (day !== undefined) {
    if (days?.length !== 1 || !isDay(day)) return problem('known', allowedText.day);
    return { known: { kind: 'day', day }, problems: [] };
  }
  return { known: now, problems: [] };
}

/** The part of a query that asks for it: 'edition=3', 'known=2024-06-30' or ''. */
export function writeKnown(known: Known): string {
  if (known.kind === 'edition') return `edition=${known.edition}`;
  return known.kind === 'day' ? `known=${known.day}` : '';
}
