import { fork } from 'node:child_process';
import path from 'node:path';
import { quantile } from '../bench/result';
import { newPage, probe } from './probe';
import { megabyte, memoryOf } from './process-figures';
import { onStage, type Stage } from './stage';
import type { Torment } from './torment';
import { secondsUntil } from './waiting';

/** What was seen while far more was asked for than can be made. Milliseconds, bytes. */
export interface Overloaded {
  sustainable: number;
  offered: number;
  made: number;
  refused: number;
  /** Answers that are neither, by status, or why none came. */
  other: Record<string, number>;
  p95Refusal: number;
  p95Made: number;
  memoryBefore: number;
  memoryMost: number;
  /** Seconds until pages are made as quickly as before. */
  normal: number | null;
  /** What did not hold, and what held but too slowly. */
  broken: string[];
  late: string[];
}

/** Megabytes that an overload may add: what the queues hold, and the pages that are kept (192 MB and their compressed forms). */
const mostAdded = 600;
/** Seconds until everything is as before. */
const longestRecovery = 5;
/** Milliseconds in which somebody is refused. */
const quickly = 1000;

/** Pages made in a second by as many as may be made at once, for so many seconds; and how long each took. */
async function sustainableRate(
  stage: Stage,
  seconds: number,
): Promise<{ rate: number; milliseconds: number[] }> {
  const end = performance.now() + seconds * 1000;
  const milliseconds: number[] = [];
  let at = 0;
  const ask = async () => {
    while (performance.now() < end) {
      at += 1;
      const answer = await probe(`${stage.site}${newPage(at)}-sustained-${process.pid}`);
      if (answer.status === 200) milliseconds.push(answer.milliseconds);
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return { rate: milliseconds.length / seconds, milliseconds };
}

function arrivals(
  site: string,
  rate: number,
  seconds: number,
  word: string,
): Promise<[number | string, number][]> {
  const child = fork(
    path.resolve('torture/programs/arrivals.ts'),
    [site, String(rate), String(seconds), word],
    { execArgv: ['--import', 'tsx'] },
  );
  return new Promise((resolve, reject) => {
    child.once('message', (answers) => resolve(answers as [number | string, number][]));
    child.once('exit', (code) => reject(new Error(`the crowd ended with ${code}`)));
  });
}

/** Measures what can be sustained, offers `times` as much for so many seconds, and looks how it goes on. */
export async function overload(
  stage: Stage,
  { seconds, measured, times = 4 }: { seconds: number; measured: number; times?: number },
): Promise<Overloaded> {
  const { pid, ended } = stage.serving();
  let crashed = false;
  void ended.then(() => (crashed = true));
  await sustainableRate(stage, measured / 2);
  const { rate, milliseconds } = await sustainableRate(stage, measured);
  const usual = quantile(milliseconds, 0.95);
  const memoryBefore = await memoryOf(pid);
  let memoryMost = memoryBefore;
  const watching = setInterval(async () => {
    memoryMost = Math.max(memoryMost, await memoryOf(pid).catch(() => 0));
  }, 250);
  const offered = rate * times;
  const answers = await arrivals(stage.site, offered, seconds, `-crowd-${process.pid}`);
  // Five new pages in a row that come as quickly as under the load that can be sustained.
  let at = 0;
  const normal = await secondsUntil(
    async () => {
      for (let row = 0; row < 5; row++) {
        at += 1;
        const { status, milliseconds: took } = await probe(
          `${stage.site}${newPage(at)}-after-${process.pid}`,
        );
        if (status !== 200 || took > usual) return false;
      }
      return true;
    },
    60,
    50,
  );
  clearInterval(watching);
  const of = (status: number) => answers.flatMap(([each, took]) => (each === status ? [took] : []));
  const [made, refused] = [of(200), of(503)];
  const other: Record<string, number> = {};
  for (const [status] of answers)
    if (status !== 200 && status !== 503) other[status] = (other[status] ?? 0) + 1;
  const p95Refusal = quantile(refused, 0.95);
  const broken = [
    ...(crashed ? ['the server ended'] : []),
    ...(Object.keys(other).length > 0
      ? [`answers that are neither pages nor refusals: ${JSON.stringify(other)}`]
      : []),
    ...(refused.length === 0 ? ['nobody was refused'] : []),
    ...(memoryMost - memoryBefore > mostAdded * megabyte
      ? [`memory grew by ${Math.round((memoryMost - memoryBefore) / megabyte)} MB, more than ${mostAdded}`]
      : []),
  ];
  const late = [
    ...(p95Refusal > quickly
      ? [`refusals take ${Math.round(p95Refusal)} ms (p95), more than ${quickly}`]
      : []),
    ...(normal === null || normal > longestRecovery
      ? [`as before only after ${normal?.toFixed(1) ?? 'more than 60'} s, later than ${longestRecovery}`]
      : []),
  ];
  return {
    sustainable: rate,
    offered,
    made: made.length,
    refused: refused.length,
    other,
    p95Refusal,
    p95Made: quantile(made, 0.95),
    memoryBefore,
    memoryMost,
    normal,
    broken,
    late,
  };
}

const torment: Torment = async ({ minutes = 1 }) =>
  onStage({ webhook: false }, async (stage) => {
    const seen = await overload(stage, { seconds: minutes * 60, measured: 20 });
    return {
      title: 'Overload',
      how: `Pages that nobody asked for before, in four kinds: first by 8 readers who wait for each other (what can be sustained), then four times that rate for ${minutes * 60} s from a process that sends on whether answers come or not. Memory is RSS of the server; as before means: five new pages in a row, each within the p95 of the sustained load.`,
      columns: ['what', 'figure'],
      lines: [
        { what: 'sustained, pages/s', values: [seen.sustainable] },
        { what: 'offered, pages/s', values: [seen.offered] },
        { what: 'made meanwhile, pages/s', values: [seen.made / (minutes * 60)] },
        { what: 'made: p95, ms', values: [seen.p95Made] },
        { what: 'refused with 503', values: [seen.refused] },
        { what: 'refusals: p95, ms', values: [seen.p95Refusal] },
        { what: 'memory before, MB', values: [seen.memoryBefore / megabyte] },
        { what: 'memory at most, MB', values: [seen.memoryMost / megabyte] },
        { what: 'as before after s', values: [seen.normal ?? 'never'] },
      ],
      broken: [...seen.broken, ...seen.late],
    };
  });
export default torment;
