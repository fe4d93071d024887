import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '@/app/api/v1/operations';
import { readFacts } from '@/database/reading';
import { languages } from '@/domain/bilingual';
import type { ChartState } from '@/linking/parameters';
import type { ListAnswer, Listable } from '@/lists/engine/definition';
import { facetChoices } from '@/lists/engine/facet-choices';
import { listFile } from '@/lists/engine/file';
import { listTable } from '@/lists/engine/table';
import { pageOfRecords } from '@/lists/record-page';
import { lists } from '@/lists/registry';
import { freshDatabaseWithFacts } from './database';

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabaseWithFacts();
});

type Answer = ListAnswer<Listable, ChartState>;
const none = () => new URLSearchParams();

describe.each(lists.map((list) => [list.slug, list] as const))('the list of %s', (slug, list) => {
  it('is walked through page by page without a gap or a repeat, and its files hold the same rows in that order', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const search: URLSearchParams = after === '' ? none() : new URLSearchParams({ after });
      const { page, problems, matching }: Answer = await readFacts((facts) =>
        list.answer(facts, search, 'zh'),
      );
      expect(problems).toEqual([]);
      expect(page.all).toBe(matching.length);
      seen.push(...page.rows.map((row) => row.slug));
      after = page.next;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    const { table, edition } = await readFacts(async (facts) => ({
      ...(await listTable(list, facts, none(), 'zh')),
      edition: facts.edition,
    }));
    expect(table.rows).toHaveLength(seen.length);
    const at = table.columns.findIndex(({ key }) => key === 'slug');
    // A doubt's row is named by the record that it is about.
    if (list.kind !== null) expect(table.rows.map((cells) => cells[at]?.value)).toEqual(seen);
    const csv = String(await listFile(table, 'csv', 'zh', slug, edition));
    const json = JSON.parse(String(await listFile(table, 'json', 'zh', slug, edition)));
    expect(json.rows).toHaveLength(seen.length);
    expect(csv.split('\r\n')[0]?.split(',')).toHaveLength(table.columns.length);
    for (const key of new Set(table.columns.map((column) => column.key)))
      expect(
        json.rows.some((row: Record<string, unknown>) => row[key] !== null),
        key,
      ).toBe(true);
  });

  it('says the same in both languages, with figures in columns of figures', async () => {
    const [zh, en] = await Promise.all(
      languages.map((lang) => readFacts((facts) => listTable(list, facts, none(), lang))),
    );
    const keys = zh?.table.columns.map(({ key }) => key);
    expect(en?.table.columns.map(({ key }) => key)).toEqual(keys);
    expect(new Set(keys).size).toBe(keys?.length);
    for (const { table } of [zh, en].flatMap((each) => each ?? []))
      for (const [at, { kind, key }] of table.columns.entries())
        for (const cells of table.rows)
          expect([kind === 'number' ? 'number' : 'string', 'object'], key).toContain(typeof cells[at]?.value);
  });

  it('counts in each filter what the filter leaves, on the page and in the API', async () => {
    const answer = await readFacts((facts) => list.answer(facts, none(), 'en'));
    for (const { key, options } of facetChoices(list, answer, 'en')) {
      const option = options.find(({ active }) => !active);
      if (!option) continue;
      const search = new URLSearchParams(option.path.split('?')[1]);
      const { matching, problems } = await readFacts((facts) => list.answer(facts, search, 'en', true));
      expect(problems, key).toEqual([]);
      expect(matching, `${key}=${option.key}`).toHaveLength(option.count);
    }
  });

  it('has the filters and orders of its page in the API, and the records in the same order', async () => {
    const { kind } = list;
    if (kind === null) return;
    const operation = operations.find(({ id }) => id === `list-${kind}`);
    for (const name of Object.keys(list.parameters))
      if (name !== 'columns') expect(Object.keys(operation?.query ?? {})).toContain(name);
    const { sort } = list.parameters;
    if (sort?.kind !== 'choice') return;
    for (const { value } of sort.options) {
      const search = new URLSearchParams({ sort: value });
      const cursor = { after: null, page: null };
      const api = await readFacts((facts) => pageOfRecords(facts, kind, search, 'en', cursor, 20));
      const page = await readFacts((facts) =>
        list.answer(facts, new URLSearchParams({ ...list.everything, sort: value }), 'en'),
      );
      expect(api.problems).toEqual([]);
      expect(api.slugs, value).toEqual(page.matching.slice(0, 20).map((row) => row.slug));
    }
  });

  it('says in both languages what it shows', async () => {
    for (const lang of languages) {
      const answer = await readFacts((facts) => list.answer(facts, none(), lang));
      expect(list.finding(answer, lang), lang).toMatch(lang === 'zh' ? /\p{Script=Han}/u : /[a-z]/);
    }
  });
});
