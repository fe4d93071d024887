import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { borrowDatabase } from '@/database/borrowed-database';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { publish } from '@/editorial/publication';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { type ImportKind, importKinds } from '@/exchange/import/columns';
import { type ImportPlan, planImport } from '@/exchange/import/plan';
import { readTable, UnreadableTable } from '@/exchange/import/table-file';
import { giveUp } from './progress';

const usage = `npm run import -- FILE [--dry-run] [--json] [--kind ${importKinds.join('|')}] [--map "head=field"]…
CSV, TSV, XLSX, JSON, NDJSON or Markdown. --dry-run writes nothing; --json prints one object: counts and rows.`;

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
    return { file, kind, mapping, dryRun: values['dry-run'], json: values.json };
  } catch {
    throw new StartProblem(usage);
  }
}

/** The facts as they stand, without those of a page in between. */
function planned(
  client: PrismaClient,
  bytes: Uint8Array,
  wishes: { file: string; kind?: ImportKind; mapping: Record<string, string> },
): Promise<ImportPlan> {
  return client.$transaction(
    async (db) =>
      planImport({ edition: 0, published: null, db }, await readTable(bytes, wishes.file), wishes),
    { isolationLevel: 'RepeatableRead', timeout: 600_000 },
  );
}

function print(plan: ImportPlan): void {
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
  const { file, kind, mapping, dryRun, json } = argumentsGiven();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(`${file} cannot be read (${error.code}).`);
  });
  const { url, giveBack } = await borrowDatabase();
  const client = connect(url);
  try {
    await migrate(url);
    if ((await client.edition.count()) === 0) await loadStartingFacts(url);
    const wishes = { file: path.basename(file), mapping, ...(kind ? { kind } : {}) };
    const plan = await planned(client, bytes, wishes);
    let edition: number | null = null;
    if (!dryRun && plan.records.length > 0) {
      const note = path.basename(file);
      const result = await publish(client, {
        origin: 'import',
        note: { zh: `导入 ${note}`, en: `Imported ${note}` },
        records: plan.records,
      });
      if (result.outcome === 'refused')
        throw new StartProblem(
          `Nothing was written:\n${result.problems
            .slice(0, told)
            .map(({ slug, field, reason }) => `  ${slug ?? ''} ${field}: ${reason.en}`)
            .join('\n')}`,
        );
      edition = result.edition;
    }
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
