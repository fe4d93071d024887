import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { connect } from '@/database/client';
import { type Facts, readFacts } from '@/database/reading';
import { PairPublisher } from '../pair';
import { freshDatabaseWithFacts } from './database';

type Question = (facts: Facts) => Promise<unknown>;

/** Ids that an answer rests on stand in no order. */
function inOrder(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(inOrder);
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'number')
      ? value.toSorted((a, b) => a - b)
      : value.map(inOrder);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOrder(each)]));
}

// A page whose edition is overtaken while it is made reads the rest from the log's views, which know no primary keys.
it('answers every question of the same edition alike, before and after the next one', async () => {
  process.env.DATABASE_URL = await freshDatabaseWithFacts();
  const questions: [string, Question][] = [];
  for (const file of await readdir('src/database/queries')) {
    const exported = (await import(`../../src/database/queries/${file.replace('.ts', '')}.ts`)) as Record<
      string,
      unknown
    >;
    for (const [name, value] of Object.entries(exported))
      if (
        typeof value === 'function' &&
        name !== 'editionAsKnown' &&
        (value.length === 1 || name === 'indicatorsWithObservations')
      )
        questions.push([name, value as Question]);
  }
  const names = questions.map(([name]) => name);
  const edition = await readFacts(async (facts) => facts.edition);
  const problems: string[] = [];
  const before = new Map<string, unknown>();
  await Promise.all(
    questions.map(async ([name, question]) => before.set(name, await readFacts(question).catch(String))),
  );
  const client = connect(process.env.DATABASE_URL);
  await PairPublisher.at(client).next();
  await client.$disconnect();
  const ask = async ([name, question]: [string, Question]) => {
    const after = await readFacts(question, edition).catch(String);
    try {
      expect(inOrder(after)).toEqual(inOrder(before.get(name)));
    } catch {
      problems.push(`${name}: ${typeof after === 'string' ? after : 'another answer'}`);
    }
  };
  await Promise.all(questions.map(ask));
  expect(names).toContain('indicatorsWithObservations');
  expect(names.length).toBeGreaterThan(10);
  expect(problems).toEqual([]);
}, 150_000);
