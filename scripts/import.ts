import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { borrowDatabase } from '@/database/borrowed-database';
import { connect } from '@/database/client';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { closeWorkers } from '@/domain/worker-pool';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { importKinds } from '@/exchange/import/columns';
import { importFile } from '@/exchange/import/import-file';
import { openFile } from '@/exchange/import/open-file';
import {
  type Imported,
  type PlannedRow,
  type RowDecision,
  rowDecisions,
} from '@/exchange/import/planning/planned-row';
import { encodings } from '@/exchange/import/reading/raw-table';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { bundleReadingWorker } from './bundle-workers';
import { giveUp } from './progress';

const usage = `npm run import -- FILE [--dry-run] [--json] [--kind ${importKinds.join('|')}] [--map "head=field"]… [--duplicates]
CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON or Markdown, or an export (datapackage.zip, all.json, all.ndjson, model.csv).
--dry-run writes nothing; --json prints one object: counts and rows; --duplicates imports rows that are perhaps on
record already. How the file is read: --table NAME (sheet, heading, list), --head-row N, --delimiter ";",
--encoding big5, --unit "head=US$M", --date-order dmy|mdy, --year 2024 (of days that name none).
--rows FILE: a JSON object by row: {"12": {"do": "skip"}, "13": {"do": "accept"}, "14": {"cells": {"head": "1亿元"},
"as": {"name as written": "slug"}}}; of several sheets "sheet!12".`;

/** Rows told one by one where people read. */
const mostTold = 20;

/** head=value, as often as somebody says it. */
function pairs(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((each) => {
      const at = each.lastIndexOf('=');
      if (at < 1) throw new Error();
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}

function argumentsGiven() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        kind: { type: 'string' },
        duplicates: { type: 'boolean', default: false },
        map: { type: 'string', multiple: true, default: [] },
        unit: { type: 'string', multiple: true, default: [] },
        table: { type: 'string' },
        'head-row': { type: 'string' },
        delimiter: { type: 'string' },
        encoding: { type: 'string' },
        'date-order': { type: 'string' },
        year: { type: 'string' },
        rows: { type: 'string' },
      },
    });
    const [file] = positionals;
    const kind = importKinds.find((each) => each === values.kind);
    if (file === undefined || positionals.length > 1 || (values.kind !== undefined && !kind))
      throw new Error();
    const { duplicates, table, delimiter, encoding, rows, year } = values;
    const { 'date-order': order, 'head-row': headRow } = values;
    const dateOrder = (['dmy', 'mdy'] as const).find((each) => each === order);
    const isNumber = (text: string | undefined) => text === undefined || /^\d{1,7}$/.test(text);
    if ((order !== undefined && !dateOrder) || !isNumber(year) || !isNumber(headRow)) throw new Error();
    if (encoding !== undefined && !encodings.some((each) => each === encoding)) throw new Error();
    const choice = {
      ...(table === undefined ? {} : { table }),
      ...(headRow === undefined ? {} : { headRow: Number(headRow) }),
      ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
    };
    const wishes = {
      units: pairs(values.unit),
      table: choice,
      duplicates,
      ...(kind ? { kind } : {}),
      // An export of ours is known by its heads as long as nobody says what they hold.
      ...(values.map.length > 0 ? { mapping: pairs(values.map) } : {}),
      ...(dateOrder ? { dateOrder } : {}),
      ...(year === undefined ? {} : { year: Number(year) }),
    };
    return { file, wishes, rows, dryRun: values['dry-run'], json: values.json };
  } catch {
    throw new StartProblem(usage);
  }
}

function print(plan: Imported, wrong: number): void {
  const { counts, kind, columns, notes, question, rows } = plan;
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(`kind       ${kind}`);
  line(`columns    ${columns.map(({ header, field }) => `${header} → ${field ?? '(left out)'}`).join(', ')}`);
  for (const note of notes) line(`note       ${note.en}`);
  if (question !== null) line(`question   ${question.en}`);
  for (const [outcome, count] of Object.entries(counts)) line(`${outcome.padEnd(10)} ${count}`);
  for (const row of rows) {
    const at = row.sheet === undefined ? `row ${row.line}` : `row ${row.line} of ${row.sheet}`;
    for (const { column, value, reason } of row.problems)
      line(`${at}: ${row.outcome}: ${column} "${value}": ${reason.en}`);
    for (const { column, value, reason } of row.warnings) line(`${at}: ${column} "${value}": ${reason.en}`);
    for (const { said, slug } of row.near) line(`${at}: "${said}" may be ${slug}, which is on record`);
  }
  const more = wrong - rows.length;
  if (more > 0) line(`and ${more} more rows; --json tells every row`);
}

/** What somebody decided about rows, out of a JSON file. */
async function decisionsIn(file: string): Promise<Record<string, RowDecision>> {
  try {
    return rowDecisions.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new StartProblem(`${file} holds no decisions about rows.\n${usage}`);
  }
}

async function run(): Promise<void> {
  const { file, wishes: said, rows: decided, dryRun, json } = argumentsGiven();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(`${file} cannot be read (${error.code}).`);
  });
  await bundleReadingWorker();
  const { url, giveBack } = await borrowDatabase();
  const client = connect(url);
  try {
    await migrate(url);
    // An export holds all that an empty instance needs; a table is compared with what everybody starts with.
    const empty = (await client.edition.count()) === 0;
    if (empty && 'table' in (await openFile(bytes, path.basename(file), said.table)))
      await loadStartingFacts(url);
    const decisions = decided === undefined ? {} : await decisionsIn(decided);
    const wishes = { file: path.basename(file), ...said, decisions };
    const note = path.basename(file);
    const head = { origin: 'import', note: { zh: `导入 ${note}`, en: `Imported ${note}` } } as const;
    let told = 0;
    const progress = (rows: number, size: number) => {
      if (json || rows - told < 20_000) return;
      told = rows;
      process.stderr.write(`${rows} of ${size} rows …\n`);
    };
    // Of a long table people are told what is wrong; programs get every row.
    let wrong = 0;
    const isTold = ({ outcome, warnings, near }: PlannedRow) =>
      (outcome === 'refused' || outcome === 'duplicate' || warnings.length > 0 || near.length > 0) &&
      ++wrong <= mostTold;
    const { imported: plan, publication } = await importFile(client, bytes, wishes, {
      head: dryRun ? null : head,
      progress,
      ...(json ? {} : { keeps: isTold }),
    });
    if (publication?.outcome === 'refused')
      throw new StartProblem(
        `Nothing was written:\n${publication.problems
          .slice(0, mostTold)
          .map(({ slug, field, reason }) => `  ${slug ?? ''} ${field}: ${reason.en}`)
          .join('\n')}`,
      );
    const edition = publication?.outcome === 'published' ? publication.edition : null;
    if (json) {
      const { kind, counts, columns, notes, question, tables, headRow } = plan;
      const rows = plan.rows.map(({ line, ...row }) => ({ row: line, line, ...row }));
      const out = { ...counts, rows, kind, columns, notes, question, tables, headRow, dryRun, edition };
      process.stdout.write(`${JSON.stringify(out)}\n`);
    } else {
      print(plan, wrong);
      process.stdout.write(
        dryRun
          ? 'Nothing was written (--dry-run).\n'
          : edition === null
            ? 'Nothing to write.\n'
            : `Published as edition ${edition}.\n`,
      );
    }
  } catch (error) {
    if (error instanceof UnreadableTable) throw new StartProblem(`${file}: ${error.reason.en}`);
    throw error;
  } finally {
    await closeWorkers();
    await client.$disconnect();
    await giveBack();
  }
}

try {
  await run();
} catch (error) {
  giveUp(error);
}
