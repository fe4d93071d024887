import { z } from 'zod';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import { readFacts } from '@/database/reading';
import { fundingOutcomes } from '@/domain/funding-outcome';
import { NotDone } from '@/domain/worker-pool';
import { newsJson } from '@/newswire/news-json';
import { readNewsAside } from '@/newswire/read-news-aside';
import { ApiProblem, type Operation } from '../operation';

const amount = z.object({
  text: z.string(),
  currency: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});

const event = z.object({
  company: z.string(),
  round: z.string().nullable(),
  amount: amount.nullable(),
  valuation: amount.extend({ when: z.enum(['pre', 'post']).nullable() }).nullable(),
  investors: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
  date: z
    .object({ value: z.string(), precision: z.string() })
    .nullable()
    .meta({ description: 'A day whose year the text does not give is --MM-DD.' }),
  outcome: z.enum(fundingOutcomes),
});

const read = z.object({
  events: z.array(event).meta({ description: 'Rounds and acquisitions that took place.' }),
  notRounds: z
    .array(event)
    .meta({ description: 'What the text says of others: in talks, denied, cancelled, forbidden, undone.' }),
});

const newswire: Operation = {
  id: 'newswire',
  method: 'post',
  path: '/newswire',
  tag: 'News',
  summary: 'Reads funding news: who, which round, how much, from whom, when',
  description:
    'Nothing is kept. `text/plain` with one text a line is answered with one JSON a line, as `npm run newswire` does.',
  ofEdition: false,
  body: {
    description: 'One text, or up to 5,000; at most 1 MB.',
    schema: z.union([
      z.strictObject({ text: z.string() }),
      z.strictObject({ texts: z.array(z.string()).max(5000) }),
    ]),
    plainText: true,
  },
  answer: z.union([read, z.object({ results: z.array(read) })]),
  async run({ body }) {
    const organizations = await readFacts(namesOfOrganizations);
    const names = organizations.map(({ name }) => name);
    const readAll = async (texts: readonly string[]) =>
      (await readNewsAside(texts, names).catch(notRead)).map(newsJson);
    if (typeof body === 'string') {
      const lines = body.replace(/\r?\n$/, '').split(/\r?\n/);
      return new Response((await readAll(lines)).map((each) => `${JSON.stringify(each)}\n`).join(''), {
        headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    }
    const sent = body as { text: string } | { texts: string[] };
    if ('texts' in sent) return { edition: null, body: { results: await readAll(sent.texts) } };
    const [only = newsJson([])] = await readAll([sent.text]);
    return { edition: null, body: only };
  },
};

function notRead(error: unknown): never {
  if (!(error instanceof NotDone)) throw error;
  if (error.why === 'queue')
    throw new ApiProblem(503, 'Many texts are waiting to be read; try again in a while.', [], {
      'Retry-After': '5',
    });
  throw new ApiProblem(422, 'Reading this took too long and was given up; send less at a time.');
}

/** The newswire. */
export const newsOperations: readonly Operation[] = [newswire];
