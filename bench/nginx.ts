import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/database/free-port';
import { runProgram, startProgram } from '../scripts/program';
import { answering } from './answering';
import { type BenchLine, quantile, verdict } from './result';

/** What the shipped configuration of nginx does, as part of a bench. */
export interface BehindNginx {
  how: string;
  lines: BenchLine[];
  reached: string[];
}

interface Asked {
  url: string;
  databaseUrl: string;
  /** Where the server tells nginx its newest edition. */
  nginxFolder: string;
  paths: readonly string[];
  nextEdition: (databaseUrl: string, at: number) => Promise<number>;
}

const rounds = 3;
const seconds = 4;
const publications = 20;

function isThere(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined;
}

/** deploy/nginx.conf as it is shipped, with other ports and folders, and a second server that hands out files. */
async function configuration(folder: string, { url, nginxFolder }: Asked, port: number, filePort: number) {
  const shipped = await readFile('deploy/nginx.conf', 'utf8');
  return shipped
    .replaceAll('/run/ai-landscape', nginxFolder)
    .replaceAll('/var/cache/ai-landscape', path.join(folder, 'cache'))
    .replaceAll('127.0.0.1:3000', new URL(url).host.replace('localhost', '127.0.0.1'))
    .replaceAll('listen 80 ', `listen 127.0.0.1:${port} `)
    .replace(
      /\}\s*$/,
      `  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${filePort} reuseport backlog=4096;
    root ${folder}/files;
    add_header Content-Encoding br;
    default_type text/html;
  }
}
`,
    );
}

/** Answers a second, by wrk: what takes requests from nginx has to be as light as nginx. */
async function rate(
  url: string,
  paths: readonly string[],
  connections: number,
  folder: string,
): Promise<number> {
  const script = path.join(folder, 'paths.lua');
  const list = paths.map((each) => JSON.stringify(each)).join(', ');
  await writeFile(
    script,
    `local paths = { ${list} }
local at = 0
wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
function request() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
`,
  );
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, url];
  const { output } = await runProgram('wrk', args);
  const found = /Requests\/sec:\s+([\d.]+)/.exec(output)?.[1];
  if (!found || /Non-2xx/.test(output)) throw new Error(`wrk: ${output}`);
  return Number(found);
}

/** The bytes of an answer as they are sent, compressed. */
function rawBody(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Milliseconds from the end of a publication until nginx shows it, asked for without a pause. */
async function purged(base: string, edition: number, start: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${base}/vendors/baidu`);
    await answer.arrayBuffer();
    if (Number(answer.headers.get('x-edition')) >= edition) return performance.now() - start;
  }
}

/** The pages of `paths` behind the shipped nginx configuration, beside nginx serving files of the same bytes. */
export async function behindNginx(asked: Asked): Promise<BehindNginx> {
  const missing = ['nginx', 'wrk'].filter((program) => !isThere(program));
  if (missing.length > 0) {
    const reached = [
      `behind nginx: not measured, ${missing.join(' and ')} not found (packages nginx and wrk)`,
    ];
    return { how: '', lines: [], reached };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'tracker-nginx-'));
  await chmod(folder, 0o755);
  const [port, filePort] = [await freePort(), await freePort()];
  const config = path.join(folder, 'nginx.conf');
  await writeFile(config, await configuration(folder, asked, port, filePort));
  const base = `http://127.0.0.1:${port}`;
  // The same bytes as files, under a name for each.
  await mkdir(path.join(folder, 'files'), { recursive: true });
  for (const [at, each] of asked.paths.entries()) {
    const answer = await rawBody(asked.url + each);
    await writeFile(path.join(folder, 'files', `${at}.html`), answer);
  }
  const files = asked.paths.map((_, at) => `/${at}.html`);
  const nginx = startProgram('nginx', ['-c', config, '-g', 'daemon off;']);
  try {
    await answering(`${base}/`, nginx);
    for (const each of asked.paths) await rawBody(base + each);
    const lines: BenchLine[] = [];
    let worst = Number.POSITIVE_INFINITY;
    for (const connections of [16, 128]) {
      const [ours, plain]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        ours.push(await rate(base, asked.paths, connections, folder));
        plain.push(await rate(`http://127.0.0.1:${filePort}`, files, connections, folder));
      }
      const [a, b] = [quantile(ours, 0.5), quantile(plain, 0.5)];
      worst = Math.min(worst, a / b);
      lines.push({
        what: `behind nginx, ${connections} connections (beside: files)`,
        values: [a, b, a / b, '', '', '', ''],
      });
    }
    const times: number[] = [];
    for (let at = 0; at < publications; at++) {
      const edition = await asked.nextEdition(asked.databaseUrl, 1000 + at);
      times.push(await purged(base, edition, performance.now()));
    }
    const longest = Math.max(...times);
    return {
      how: `Behind nginx: \`deploy/nginx.conf\` with the 32 pages in its cache, asked by wrk, in turn with nginx serving files of the same bytes.`,
      lines,
      reached: [
        verdict('behind nginx against nginx serving files', worst, 0.7, worst >= 0.7, 'at least'),
        `${publications} publications, until nginx shows them: median ${quantile(times, 0.5).toFixed(0)} ms, longest ${longest.toFixed(0)} ms (at most 1000 ms): ${longest <= 1000 ? 'reached' : 'NOT reached'}`,
      ],
    };
  } finally {
    await nginx.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
