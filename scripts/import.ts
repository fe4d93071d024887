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
import type { Imported, PlannedRow } from '@/exchange/import/plan';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { bundleReadingWorker } from './bundle-workers';
import { giveUp } from './progress';

const usage = `npm run import -- FILE [--dry-run] [--json] [--kind ${importKinds.join('|')}] [--map "head=field"]… [--duplicates]
CSV, TSV, XLSX, JSON, NDJSON or Markdown, or an export (datapackage.zip, all.json, all.ndjson). --dry-run writes nothing;
--json prints one object: counts and rows; --duplicates imports rows that are perhaps on record already.`;

/** Rows told one by one where people read. */
const mostTold = 20;

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

function print(plan: Imported): void {
  const { counts, kind, columns, notes, rows } = plan;
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(`kind       ${kind}`);
  line(`columns    ${columns.map(({ header, field }) => `${header} → ${field ?? '(left out)'}`).join(', ')}`);
  for (const note of notes) line(`note       ${note.en}`);
  for (const [outcome, count] of Object.entries(counts)) line(`${outcome.padEnd(10)} ${count}`);
  for (const row of rows)
    for (const { column, value, reason } of row.problems)
      line(`row ${row.line}: ${row.outcome}: ${column} "${value}": ${reason.en}`);
  const more = counts.refused + counts.duplicate - rows.length;
  if (more > 0) line(`and ${more} more; --json tells every row`);
}

async function run(): Promise<void> {
  const { file, kind, mapping, duplicates, dryRun, json } = argumentsGiven();
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
    if (empty && 'table' in (await openFile(bytes, path.basename(file)))) await loadStartingFacts(url);
    const wishes = { file: path.basename(file), mapping, duplicates, ...(kind ? { kind } : {}) };
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
    const isTold = ({ outcome }: PlannedRow) =>
      (outcome === 'refused' || outcome === 'duplicate') && ++wrong <= mostTold;
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
