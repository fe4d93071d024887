import { connect, type Socket } from 'node:net';
import { quantile } from '../bench/result';
import { newPage, probe } from './probe';
import { onStage, type Stage } from './stage';
import type { Torment } from './torment';
import { pause } from './waiting';

/** Somebody who connects and then does next to nothing: how it begins, and what it adds every two seconds. */
interface Dawdler {
  what: string;
  count: number;
  begins: string;
  adds: string;
  reads: boolean;
  /** Seconds after which the server has to be rid of it; null: who does not read cannot see whether it is. */
  most: number | null;
}

/** Seconds between two looks of the server for who is too late (`connectionsCheckingInterval`), and some for the machine. */
const slack = 10;

const dawdlers: readonly Dawdler[] = [
  { what: 'says nothing', count: 200, begins: '', adds: '', reads: true, most: 15 + slack },
  {
    what: 'a header every two seconds',
    count: 200,
    begins: 'GET /vendors HTTP/1.1\r\nHost: tracker.test\r\n',
    adds: 'X-Later: yes\r\n',
    reads: true,
    most: 15 + slack,
  },
  {
    what: 'a byte of a form every two seconds',
    count: 50,
    begins:
      'POST /api/sign-in HTTP/1.1\r\nHost: tracker.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\n',
    adds: 'a',
    reads: true,
    most: 120 + slack,
  },
  {
    what: 'asks for all data again and again, reads nothing',
    count: 20,
    begins: 'GET /data/datapackage.zip HTTP/1.1\r\nHost: tracker.test\r\n\r\n'.repeat(60),
    adds: '',
    reads: false,
    most: null,
  },
];

/** Seconds until all of which that can be seen are gone. */
const longest = Math.max(...dawdlers.map(({ most }) => most ?? 0));

/** What came of one kind: how many the server closed, and when the last of them, in seconds. */
export interface Dawdled {
  what: string;
  count: number;
  closed: number | null;
  last: number | null;
}

/** What readers saw meanwhile, and what did not hold. */
export interface Slowed {
  kinds: Dawdled[];
  pages: number;
  p95: number;
  broken: string[];
}

/** They come from another address of this machine than the readers, as others do. */
function dawdle(site: string, { begins, adds, reads }: Dawdler): { socket: Socket; closed: Promise<number> } {
  const { port } = new URL(site);
  const start = performance.now();
  const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: '127.0.0.2' });
  socket.on('error', () => undefined);
  if (reads) socket.resume();
  else socket.pause();
  socket.write(begins);
  const more = adds === '' ? null : setInterval(() => socket.writable && socket.write(adds), 2000);
  const closed = new Promise<number>((done) =>
    socket.once('close', () => {
      if (more) clearInterval(more);
      done((performance.now() - start) / 1000);
    }),
  );
  return { socket, closed };
}

/** Lets them dawdle for so many seconds at most while readers ask for new pages and for the data. */
export async function sufferSlow(stage: Stage, seconds: number): Promise<Slowed> {
  const broken: string[] = [];
  let over = false;
  const { ended } = stage.serving();
  void ended.then(() => {
    if (!over) broken.push('the server ended');
  });
  const milliseconds: number[] = [];
  const read = async (reader: number) => {
    for (let at = 0; !over; at++) {
      // Every tenth asks for data: those who do not read the same hold places for it.
      const page = at % 10 === 9 ? '/data/model.csv' : `${newPage(at)}-slow-${reader}-${process.pid}`;
      const { status, milliseconds: took } = await probe(stage.site + page);
      if (status === 200) milliseconds.push(took);
      else if (broken.length < 20) broken.push(`${page} was answered with ${status}`);
      await pause(100);
    }
  };
  const readers = Promise.all([read(1), read(2)]);
  const kinds = await Promise.all(
    dawdlers.map(async (kind): Promise<Dawdled> => {
      const theirs = Array.from({ length: kind.count }, () => dawdle(stage.site, kind));
      const times: number[] = [];
      const all = Promise.all(theirs.map(async ({ closed }) => times.push(await closed)));
      const most = kind.most ?? longest;
      await Promise.race([all, pause(Math.min(seconds, most) * 1000)]);
      const closed = times.length;
      if (kind.most !== null && seconds >= most && closed < kind.count)
        broken.push(
          `${kind.count - closed} of ${kind.count} (${kind.what}) were still there after ${kind.most} s`,
        );
      const last = closed === 0 ? 0 : Math.max(...times);
      for (const { socket } of theirs) socket.destroy();
      await all;
      const seen = kind.most === null ? { closed: null, last: null } : { closed, last };
      return { what: kind.what, count: kind.count, ...seen };
    }),
  );
  over = true;
  await readers;
  return { kinds, pages: milliseconds.length, p95: quantile(milliseconds, 0.95), broken };
}

const torment: Torment = async ({ minutes = 2.5 }) =>
  onStage({ webhook: false }, async (stage) => {
    const { kinds, pages, p95, broken } = await sufferSlow(stage, minutes * 60);
    return {
      title: 'Clients that dawdle',
      how: `All at once, from another address than the readers: connections that say nothing, that send a header or a byte of a form every two seconds, or that ask for all data sixty times and read none of it. Meanwhile two readers ask for pages that nobody asked for before (${pages} answers). It breaks where one of them is refused or a client is still there after the time that it has; one that does not read cannot see whether the server is rid of it.`,
      columns: ['what', 'clients', 'closed by the server', 'the last after s'],
      lines: [
        ...kinds.map(({ what, count, closed, last }) => ({
          what,
          values: [count, closed ?? '–', last === null ? '–' : Math.round(last)],
        })),
        { what: 'new pages meanwhile: p95, ms', values: [Math.round(p95)] },
      ],
      broken,
    };
  });
export default torment;
