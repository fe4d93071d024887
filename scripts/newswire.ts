import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { newsEventJson } from '@/newswire/news-json';
import { readNews } from '@/newswire/read-news';

// One text a line in, one JSON a line out: {"events":[…]}.
const facts: { name: { zh: string; en: string }; aliases?: string[] }[] = JSON.parse(
  await readFile('prisma/data/organizations.json', 'utf8'),
);
const organizations = facts.flatMap(({ name, aliases = [] }) => [name.zh, name.en, ...aliases]);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const events = readNews(line, { organizations }).map(newsEventJson);
  process.stdout.write(`${JSON.stringify({ events })}\n`);
}
