import { readFile } from 'node:fs/promises';
import { type NewsEventJson, newsEventJson } from '@/newswire/news-json';
import { readNews } from '@/newswire/read-news';
import { type ExpectedEvent, type NewsLine, newsLines } from './news-lines';
import type { BenchResult } from './result';

const handwritten = 'tests/newswire/examples.jsonl';
const fields = ['company', 'round', 'amount range', 'currency', 'investors with roles'] as const;
type Field = (typeof fields)[number];

/** Right and all, by field. An event that is missing is wrong in every field; one too many as well. */
export interface Score {
  right: Record<Field, number>;
  all: Record<Field, number>;
  /** Lines without funding, and how many were taken for funding. */
  other: number;
  taken: number;
}

function people(list: readonly { name: string; role: string | null }[]): string {
  return list
    .map(({ name, role }) => `${name} ${role}`)
    .sort()
    .join('\n');
}

function rightFields(
  got: NewsEventJson | undefined,
  want: ExpectedEvent | undefined,
): Record<Field, boolean> {
  const near = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= Math.abs(b) * 1e-9);
  if (!got || !want)
    return {
      company: false,
      round: false,
      'amount range': false,
      currency: false,
      'investors with roles': false,
    };
  return {
    company: got.company === want.company,
    round: got.round === want.round,
    'amount range': near(got.amount?.min ?? null, want.min) && near(got.amount?.max ?? null, want.max),
    currency: (got.amount?.currency ?? null) === want.currency,
    'investors with roles': people(got.investors) === people(want.investors),
  };
}

/** Reads the lines and compares, field by field. */
export function scoreOf(lines: readonly NewsLine[], known: readonly string[]): Score {
  const zero = () => ({ company: 0, round: 0, 'amount range': 0, currency: 0, 'investors with roles': 0 });
  const score: Score = { right: zero(), all: zero(), other: 0, taken: 0 };
  for (const { text, events } of lines) {
    const got = readNews(text, { organizations: known }).map(newsEventJson);
    if (events.length === 0) {
      score.other++;
      if (got.length > 0) score.taken++;
      continue;
    }
    for (let at = 0; at < Math.max(got.length, events.length); at++) {
      const right = rightFields(got[at], events[at]);
      for (const field of fields) {
        score.all[field]++;
        if (right[field]) score.right[field]++;
      }
    }
  }
  return score;
}

/** The names of organizations in the starting facts. */
export async function knownNames(): Promise<string[]> {
  const organizations: { name: { zh: string; en: string }; aliases?: string[] }[] = JSON.parse(
    await readFile('prisma/data/organizations.json', 'utf8'),
  );
  return organizations.flatMap(({ name, aliases = [] }) => [name.zh, name.en, ...aliases]);
}

/** Labelled lines, one JSON a line. */
export async function handwrittenLines(): Promise<NewsLine[]> {
  return (await readFile(handwritten, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const bars: Record<Field, number> = {
  company: 0.97,
  round: 0.98,
  'amount range': 0.97,
  currency: 0.99,
  'investors with roles': 0.92,
};

/** How much of each field is read right, and how many lines a second. */
export default async function newswire(): Promise<BenchResult> {
  const known = await knownNames();
  const written = await handwrittenLines();
  const made = newsLines(6000);
  const sets = [
    { name: `${written.length} lines by hand`, score: scoreOf(written, known) },
    { name: `${made.length} composed lines`, score: scoreOf(made, known) },
  ];
  // Per second that a core works on it: what else the machine does meanwhile is not the reader's.
  const start = process.cpuUsage();
  for (const { text } of made) readNews(text, { organizations: known });
  const { user, system } = process.cpuUsage(start);
  const speed = made.length / ((user + system) / 1_000_000);
  const share = (value: number) => `${(value * 100).toFixed(1)} %`;
  return {
    title: 'Newswire',
    how: `Field by field. The lines by hand are in ${handwritten} (the reader was written with them at hand, so they show that nothing got lost, not how it does on new text); the composed ones join verbs, amounts, rounds and ways to name investors at random (bench/news-lines.ts).`,
    columns: ['lines', ...fields, 'other news taken for funding'],
    lines: sets.map(({ name, score }) => ({
      what: name,
      values: [
        ...fields.map((field) => share(score.right[field] / score.all[field])),
        `${score.taken} of ${score.other}`,
      ],
    })),
    reached: [
      ...fields.map((field) => {
        const worst = Math.min(...sets.map(({ score }) => score.right[field] / score.all[field]));
        return `${field}: ${share(worst)} in the worse set (at least ${share(bars[field])}): ${worst >= bars[field] ? 'reached' : 'NOT reached'}`;
      }),
      `other news taken for funding: ${share(Math.max(...sets.map(({ score }) => score.taken / score.other)))} (below 1 %)`,
      `${Math.round(speed)} lines a second of processor time (at least 2,000): ${speed >= 2000 ? 'reached' : 'NOT reached'}`,
    ],
  };
}
