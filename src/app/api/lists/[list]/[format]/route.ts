import { doubtTable } from '@/app/[lang]/doubts/doubt-file';
import { listDoubts } from '@/app/[lang]/doubts/doubt-list';
import { indicatorTable } from '@/app/[lang]/indicators/indicator-file';
import { modelTable } from '@/app/[lang]/models/model-file';
import { listModels } from '@/app/[lang]/models/model-list';
import { vendorTable } from '@/app/[lang]/vendors/vendor-file';
import { listVendors } from '@/app/[lang]/vendors/vendor-list';
import { answerFile, fileLang, fileSearch, noSuch } from '@/app/file-answer';
import { everyIndicator } from '@/database/queries/indicators-with-observations';
import type { Facts } from '@/database/reading';
import { readFacts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { type Problem, parseState } from '@/linking/state';
import { csvOf } from '@/tables/csv';
import { isOneOf } from '@/tables/media-types';
import type { Table } from '@/tables/table';
import { xlsxOf } from '@/tables/xlsx';

type Context = { params: Promise<{ list: string; format: string }> };
type Listed = { table: Table; problems: Problem[] };

const lists: Readonly<
  Record<string, (facts: Facts, search: URLSearchParams, lang: Lang) => Promise<Listed>>
> = {
  async models(facts, search, lang) {
    const { matching, state, problems } = await listModels(facts, search, lang);
    return { table: modelTable(matching, state, lang), problems };
  },
  async doubts(facts, search, lang) {
    const { matching, problems } = await listDoubts(facts, search);
    return { table: doubtTable(matching, lang), problems };
  },
  async indicators(facts, search, lang) {
    const { problems } = parseState({}, search, { elsewhere: ['lang'] });
    return { table: indicatorTable(await everyIndicator(facts), lang), problems };
  },
  async vendors(facts, search, lang) {
    const { matching, state, problems } = await listVendors(facts, search, lang);
    return { table: vendorTable(matching, state, lang), problems };
  },
};

const formats = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof formats)[number];

/** A list as a file, by the query of its page: /models.csv?tier=industry. All that matches, in the order of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { list, format } = await params;
  const read = Object.hasOwn(lists, list) ? lists[list] : undefined;
  if (!read || !isOneOf(formats, format)) return noSuch('format', format, formats);
  const search = fileSearch(request);
  const lang = fileLang(search);
  return answerFile(`The list ${list}`, format, () =>
    readFacts(async (facts) => {
      const { edition } = facts;
      const { table, problems } = await read(facts, search, lang);
      if (problems.length > 0) return { problems };
      const body = await bodyOf(table, format, lang, list, edition);
      return { file: { body, name: `${list}-edition-${edition}.${format}`, edition } };
    }),
  );
}

async function bodyOf(
  table: Table,
  format: Format,
  lang: Lang,
  name: string,
  edition: number,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'csv') return csvOf(table, lang, true);
  if (format === 'xlsx') return xlsxOf(table, lang, name);
  const rows = table.rows.map((cells) =>
    Object.fromEntries(table.columns.map(({ key }, at) => [key, cells[at]?.value ?? null])),
  );
  const columns = table.columns.map(({ key, label, kind, unit }) => ({
    key,
    label: label[lang],
    type: kind,
    unit,
  }));
  return JSON.stringify({ edition, language: lang, columns, rows }, null, 1);
}
