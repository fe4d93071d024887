import { quantile } from '../bench/result';
import { type HostileInput, hostileInputs } from './hostile-inputs';
import { knownPages, probe } from './probe';
import { megabyte, memoryOf } from './process-figures';
import { onStage, type Stage } from './stage';
import type { Torment } from './torment';

/** How a reader fared: milliseconds of what was seen before, and of `/api/health/live`. */
interface Reader {
  pages: number[];
  live: number[];
  failed: number;
}

/** What was seen beside hostile inputs. */
export interface Suffered {
  quiet: Reader;
  beside: Reader;
  /** Inputs that were answered, by status. */
  answers: Record<string, number>;
  sent: number;
  memoryMost: number;
  broken: string[];
  late: string[];
}

/** How much slower a reader's p95 may be than in quiet. */
const mostSlower = 2;
/** Milliseconds that are nothing to a reader: below this, no figure is a bad one. */
const unnoticed = 50;
/** Milliseconds between two looks of the reader. */
const pause = 20;
/** Megabytes that the reading threads may take: their limits together. */
const mostMemory = 3000;

async function read(site: string, isOver: () => boolean): Promise<Reader> {
  const reader: Reader = { pages: [], live: [], failed: 0 };
  for (let at = 0; !isOver(); at++) {
    const [page, live] = [
      await probe(site + (knownPages[at % knownPages.length] ?? '/')),
      await probe(`${site}/api/health/live`),
    ];
    reader.pages.push(page.milliseconds);
    reader.live.push(live.milliseconds);
    if (page.status !== 200 || live.status !== 200) reader.failed += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return reader;
}

/** Sends hostile inputs, so many at once, for so many seconds and each at least once, beside a reader. */
export async function sufferHostile(
  stage: Stage,
  { seconds, quietly, atOnce = 3 }: { seconds: number; quietly: number; atOnce?: number },
  inputs: readonly HostileInput[] = hostileInputs,
): Promise<Suffered> {
  const { pid, ended } = stage.serving();
  let crashed = false;
  void ended.then(() => (crashed = true));
  for (const path of knownPages) await probe(stage.site + path);
  const during = (length: number) => {
    const end = performance.now() + length * 1000;
    return () => performance.now() >= end;
  };
  const quiet = await read(stage.site, during(quietly));
  const answers: Record<string, number> = {};
  const unanswered = new Set<string>();
  let [next, busy] = [0, atOnce];
  const isOver = during(seconds);
  const sender = async () => {
    while (!crashed && (!isOver() || next < inputs.length)) {
      const input = inputs[next++ % inputs.length];
      const status = (await input?.send(stage)) ?? 0;
      answers[status] = (answers[status] ?? 0) + 1;
      if (input && (status === 0 || status >= 500) && status !== 503)
        unanswered.add(`${input.name}: ${status}`);
    }
    busy -= 1;
  };
  let memoryMost = 0;
  const watching = setInterval(async () => {
    memoryMost = Math.max(memoryMost, await memoryOf(pid).catch(() => 0));
  }, 250);
  const [beside] = await Promise.all([
    read(stage.site, () => busy === 0),
    ...Array.from({ length: atOnce }, sender),
  ]);
  clearInterval(watching);
  const slower = (name: 'pages' | 'live') => {
    const [now, before] = [quantile(beside[name], 0.95), quantile(quiet[name], 0.95)];
    return now <= Math.max(mostSlower * before, unnoticed)
      ? []
      : [`${name}: ${Math.round(now)} ms (p95) beside hostile inputs, ${Math.round(before)} ms in quiet`];
  };
  return {
    quiet,
    beside,
    answers,
    sent: next,
    memoryMost,
    broken: [
      ...(crashed ? ['the server ended'] : []),
      ...(beside.failed > 0 ? [`${beside.failed} of the reader's requests failed`] : []),
      ...[...unanswered].map((each) => `not answered well: ${each}`),
      ...(memoryMost > mostMemory * megabyte ? [`${Math.round(memoryMost / megabyte)} MB of memory`] : []),
    ],
    late: [...slower('pages'), ...slower('live')],
  };
}

const torment: Torment = async ({ minutes = 1 }) =>
  onStage({ webhook: false }, async (stage) => {
    const seen = await sufferHostile(stage, { seconds: minutes * 60, quietly: 15 });
    const figures = (of: Reader) => [quantile(of.pages, 0.95), quantile(of.live, 0.95), quantile(of.live, 1)];
    return {
      title: 'Hostile inputs',
      how: `${hostileInputs.length} texts, tables, addresses and headers that are made to be expensive (torture/hostile-inputs.ts), three at once for ${minutes * 60} s, beside a reader who looks at ${knownPages.length} pages and asks \`/api/health/live\`; before that the same reader alone for 15 s. Answers by status: ${JSON.stringify(seen.answers)}. Memory is RSS of the server at most: ${Math.round(seen.memoryMost / megabyte)} MB.`,
      columns: ['reader', 'pages: p95, ms', 'live: p95, ms', 'live: longest, ms'],
      lines: [
        { what: 'alone', values: figures(seen.quiet) },
        { what: `beside ${seen.sent} hostile inputs`, values: figures(seen.beside) },
      ],
      broken: [...seen.broken, ...seen.late],
    };
  });
export default torment;
