import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { type BenchResult, verdict } from './result';

const count = 100_000;
const rounds = ['天使轮', 'A轮', 'B轮', 'Pre-A轮', '战略融资', 'C轮'];

/** A table of funding events as people send them: 10,000 companies, 1,200 investors, dates, 万 and 亿. */
function table(): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `${2015 + (at % 9)}-${two(1 + ((at * 7) % 12))}-${two(1 + ((at * 13) % 28))}`;
    const amount = `${1 + ((at * 37) % 900)}${at % 3 ? '万' : '.5亿'}元`;
    const round = rounds[Math.floor(at / 10_000) % rounds.length];
    return `测试智能科技${at % 10_000}号,${round},${amount},${date},"投资机构${at % 500}、资本${(at * 3) % 700}",https://news.example/${at % 1000}`;
  });
  return ['公司名称,融资轮次,融资金额,披露日期,投资方,来源链接', ...lines].join('\r\n');
}

interface Ran {
  seconds: number;
  /** Largest resident memory of the process, in MB; null where the system does not tell. */
  memory: number | null;
}

/** Runs the command as an editor would, and watches its memory. */
async function runImport(file: string, databaseUrl: string): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/import.mjs', file, '--duplicates'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory: number | null = null;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
    if (kilobytes !== undefined) memory = Math.max(memory ?? 0, Number(kilobytes) / 1024);
  }, 200);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, memory };
}

/** Tables that an import writes itself, and the column that names the record; the log follows by its triggers. */
const tables: readonly (readonly [string, string])[] = [
  ['record', 'id'],
  ['source', 'id'],
  ['organization', 'id'],
  ['funding_event', 'id'],
  ['citation', 'record_id'],
  ['funding_statement', 'record_id'],
  ['participation', 'record_id'],
  ['search_name', 'record_id'],
];

const columnsQuery = `SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`;

/** The rows that the import made, written by COPY into another database with the same tables, indexes and triggers. */
async function copySameRows(from: string, into: string, folder: string): Promise<number> {
  const source = new pg.Client({ connectionString: from });
  const target = new pg.Client({ connectionString: into });
  await source.connect();
  await target.connect();
  try {
    const { rows } = await target.query('SELECT max(id) AS last FROM record');
    const last = Number(rows[0].last);
    const files: { into: string; file: string }[] = [];
    for (const [name, owner] of tables) {
      const { rows: found } = await source.query(columnsQuery, [name]);
      const columns = found[0].columns as string;
      const file = path.join(folder, `${name}.copy`);
      const select = `SELECT ${columns} FROM ${name} WHERE ${owner} > ${last}`;
      await pipeline(source.query(copyTo(`COPY (${select}) TO STDOUT`)), createWriteStream(file));
      files.push({ into: `COPY ${name} (${columns}) FROM STDIN`, file });
    }
    const start = performance.now();
    await target.query('BEGIN');
    await target.query(`SELECT open_edition('import', 'COPY', 'COPY', NULL)`);
    for (const { into: statement, file } of files)
      await pipeline(createReadStream(file), target.query(copyFrom(statement)));
    await target.query('COMMIT');
    return (performance.now() - start) / 1000;
  } finally {
    await source.end();
    await target.end();
  }
}

/** Measures the import of a long table beside COPY of the rows that it makes. */
export default async function benchImport(): Promise<BenchResult> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-bench-import-'));
  const [one, other] = [
    await startEmbedded(path.join(scratch, 'one')),
    await startEmbedded(path.join(scratch, 'other')),
  ];
  try {
    for (const { url } of [one, other]) {
      await migrate(url);
      await loadStartingFacts(url);
    }
    const file = path.join(scratch, 'events.csv');
    await writeFile(file, table());
    const { seconds, memory } = await runImport(file, one.url);
    const copied = await copySameRows(one.url, other.url, scratch);
    const ratio = copied / seconds;
    return {
      title: 'Import',
      how: `${count.toLocaleString('en')} funding events as CSV by \`npm run import\`: read, recognized, checked, compared with what is on record and written with their log as one edition. Beside it, \`COPY\` of the rows that this makes into the same tables, indexes, constraints and log of another database.`,
      columns: ['', 'seconds', 'events a second', 'largest memory, MB'],
      lines: [
        { what: 'import', values: [seconds, count / seconds, memory ?? 'unknown'] },
        { what: 'COPY of the same rows', values: [copied, count / copied, '—'] },
      ],
      reached: [
        `100,000 events in ${seconds.toFixed(1)} s (at most 60 s): ${seconds <= 60 ? 'reached' : 'NOT reached'}`,
        ...(memory === null
          ? []
          : [
              `memory of the importing process ${memory.toFixed(0)} MB (at most 500 MB): ${memory <= 500 ? 'reached' : 'NOT reached'}`,
            ]),
        verdict('speed of COPY of the same rows', ratio, 0.25, ratio >= 0.25, 'at least'),
      ],
    };
  } finally {
    await one.stop();
    await other.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}
