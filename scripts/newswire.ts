import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { newsJson } from '@/newswire/news-json';
import { readNews } from '@/newswire/read-news';

// One text a line in, one JSON a line out: {"events":[…],"notRounds":[…]}. `--day 2026-07-06` is the day of the news.
const given = process.argv.indexOf('--day');
const day = given > 0 ? process.argv[given + 1] : undefined;
if (given > 0 && !/^\d{4}-\d\d-\d\d$/.test(day ?? '')) {
  process.stderr.write('--day wants a day as in 2026-07-06.\n');
  process.exit(2);
}
const facts: { name: { zh: string; en: string }; aliases?: string[] }[] = JSON.parse(
  await readFile('prisma/data/organizations.json', 'utf8'),
);
const organizations = facts.flatMap(({ name, aliases = [] }) => [name.zh, name.en, ...aliases]);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  process.stdout.write(`${JSON.stringify(newsJson(readNews(line, { organizations, day })))}\n`);
}
