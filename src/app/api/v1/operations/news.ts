import { z } from 'zod';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import { readFacts } from '@/database/reading';
import { newsEventJson } from '@/newswire/news-json';
import { readNews } from '@/newswire/read-news';
import type { Operation } from '../operation';

const amount = z
  .object({
    text: z.string(),
    currency: z.string().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
  })
  .nullable();

const read = z.object({
  events: z.array(
    z.object({
      company: z.string(),
      round: z.string().nullable(),
      amount,
      valuation: amount,
      investors: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
      date: z.object({ value: z.string(), precision: z.string() }).nullable(),
    }),
  ),
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
    const eventsIn = (text: string) => ({
      events: readNews(text, { organizations: names }).map(newsEventJson),
    });
    if (typeof body === 'string') {
      const lines = body.replace(/\r?\n$/, '').split(/\r?\n/);
      return new Response(lines.map((line) => `${JSON.stringify(eventsIn(line))}\n`).join(''), {
        headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    }
    const sent = body as { text: string } | { texts: string[] };
    return {
      edition: null,
      body: 'text' in sent ? eventsIn(sent.text) : { results: sent.texts.map(eventsIn) },
    };
  },
};

/** The newswire. */
export const newsOperations: readonly Operation[] = [newswire];
