import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { borrowDatabase } from '@/database/borrowed-database';
import { connect } from '@/database/client';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { publishParts } from '@/editorial/publication';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { importKinds } from '@/exchange/import/columns';
import { exportedRecords } from '@/exchange/import/dataset';
import type { ImportPlan, OpenedImport } from '@/exchange/import/plan';
import { openFile } from '@/exchange/import/plan-file';
import { UnreadableTable } from '@/exchange/import/table-file';
import { giveUp } from './progress';

const usage = `npm run import -- FILE [--dry-run] [--json] [--kind ${importKinds.join('|')}] [--map "head=field"]… [--duplicates]
CSV, TSV, XLSX, JSON, NDJSON or Markdown, or an export (datapackage.zip, all.json, all.ndjson). --dry-run writes nothing;
--json prints one object: counts and rows; --duplicates imports rows that are perhaps on record already.`;

/** Rows told one by one where people read. */
const told = 20;

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
      },
    });
    const [file] = positionals;
    const kind = importKinds.find((each) => each === values.kind);
    if (file === undefined || positionals.length > 1 || (values.kind !== undefined && !kind))
      throw new Error();
    const mapping = Object.fromEntries(
      values.map.map((each) => {
        const at = each.lastIndexOf('=');
        if (at < 1) throw new Error();
        return [each.slice(0, at), each.slice(at + 1)];
      }),
    );
    const { duplicates } = values;
    return { file, kind, mapping, duplicates, dryRun: values['dry-run'], json: values.json };
  } catch {
    throw new StartProblem(usage);
  }
}

/** What was read of the file, without the records themselves. */
type Imported = Omit<ImportPlan, 'records'>;

/** The records of a file, part by part; what becomes of its rows is added to `done`, and told while people wait. */
async function* recordsOf({ parts, size }: OpenedImport, done: Imported, tells: boolean) {
  let told = 0;
  for await (const { rows, records } of parts()) {
    for (const row of rows) {
      done.rows.push(row);
      done.counts[row.outcome] += 1;
    }
    if (tells && done.rows.length - told >= 20_000) {
      told = done.rows.length;
      process.stderr.write(`${told} of ${size} rows …\n`);
    }
    yield records;
  }
}

function print(plan: Imported): void {
  const { counts, kind, columns, notes, rows } = plan;
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(`kind       ${kind}`);
  line(`columns    ${columns.map(({ header, field }) => `${header} → ${field ?? '(left out)'}`).join(', ')}`);
  for (const note of notes) line(`note       ${note.en}`);
  for (const [outcome, count] of Object.entries(counts)) line(`${outcome.padEnd(10)} ${count}`);
  const wrong = rows.filter(({ outcome }) => outcome === 'refused' || outcome === 'duplicate');
  for (const row of wrong.slice(0, told))
    for (const { column, value, reason } of row.problems)
      line(`row ${row.line}: ${row.outcome}: ${column} "${value}": ${reason.en}`);
  if (wrong.length > told) line(`and ${wrong.length - told} more`);
}

async function run(): Promise<void> {
  const { file, kind, mapping, duplicates, dryRun, json } = argumentsGiven();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(`${file} cannot be read (${error.code}).`);
  });
  const { url, giveBack } = await borrowDatabase();
  const client = connect(url);
  try {
    await migrate(url);
    // An export holds all that an empty instance needs; a table is compared with what everybody starts with.
    const empty = (await client.edition.count()) === 0;
    if (empty && exportedRecords(bytes) === null) await loadStartingFacts(url);
    const wishes = { file: path.basename(file), mapping, duplicates, ...(kind ? { kind } : {}) };
    const note = path.basename(file);
    const head = { origin: 'import', note: { zh: `导入 ${note}`, en: `Imported ${note}` } } as const;
    const { plan, edition } = await client.$transaction(
      async (db) => {
        const opened = await openFile({ edition: 0, published: null, db }, bytes, wishes);
        const done: Imported = {
          ...opened,
          rows: [],
          counts: { new: 0, changed: 0, same: 0, duplicate: 0, refused: 0 },
        };
        const records = recordsOf(opened, done, !json);
        if (dryRun) {
          for await (const _ of records);
          return { plan: done, edition: null };
        }
        const result = await publishParts(client, head, records);
        if (result.outcome === 'refused')
          throw new StartProblem(
            `Nothing was written:\n${result.problems
              .slice(0, told)
              .map(({ slug, field, reason }) => `  ${slug ?? ''} ${field}: ${reason.en}`)
              .join('\n')}`,
          );
        return { plan: done, edition: result.outcome === 'published' ? result.edition : null };
      },
      { isolationLevel: 'RepeatableRead', timeout: 3_600_000 },
    );
    if (json) {
      const { counts, columns, notes, rows } = plan;
      const out = { ...counts, rows, kind: plan.kind, columns, notes, dryRun, edition };
      process.stdout.write(`${JSON.stringify(out)}\n`);
    } else {
      print(plan);
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
    await client.$disconnect();
    await giveBack();
  }
}

try {
  await run();
} catch (error) {
  giveUp(error);
}
