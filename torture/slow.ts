import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { quantile } from '../bench/result';
import { newPage, probe } from './probe';
import { connectionsFrom } from './process-figures';
import { onStage, type Stage } from './stage';
import type { Torment } from './torment';
import { pause, secondsUntil } from './waiting';

/** Somebody who connects and then does next to nothing: how it begins, and what it adds every two seconds. */
interface Dawdler {
  what: string;
  /** Of this machine; each kind has its own, and readers another. */
  address: string;
  count: number;
  begins: string;
  adds: string;
  reads: boolean;
  /** Seconds after which the server has to be rid of it. */
  most: number;
}

/** Seconds between two looks of the server for who is too late (`connectionsCheckingInterval`), and some for the machine. */
const slack = 10;

const dawdlers: readonly Dawdler[] = [
  {
    what: 'says nothing',
    address: '127.0.0.2',
    count: 200,
    begins: '',
    adds: '',
    reads: true,
    most: 15 + slack,
  },
  {
    what: 'a header every two seconds',
    address: '127.0.0.3',
    count: 200,
    begins: 'GET /vendors HTTP/1.1\r\nHost: localhost\r\n',
    adds: 'X-Later: yes\r\n',
    reads: true,
    most: 15 + slack,
  },
  {
    what: 'a byte of a form every two seconds',
    address: '127.0.0.4',
    count: 50,
    begins:
      'POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\n',
    adds: 'a',
    reads: true,
    most: 120 + slack,
  },
  {
    what: 'asks for all data again and again, reads nothing',
    address: '127.0.0.5',
    count: 20,
    begins: 'GET /data/datapackage.zip HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1000),
    adds: '',
    reads: false,
    // Once what it asked for is made (three at once, one after the other), it is as idle as who asks for nothing more.
    most: 65 + 2 * slack,
  },
];

/** What came of one kind: how many the server closed, and the seconds until all were; null: not all. */
export interface Dawdled {
  what: string;
  count: number;
  closed: number;
  last: number | null;
}

/** What readers saw meanwhile, and what did not hold. */
export interface Slowed {
  kinds: Dawdled[];
  pages: number;
  p95: number;
  broken: string[];
}

function dawdle(port: number, { address, begins, adds, reads }: Dawdler): Socket {
  const socket = connect({ host: '127.0.0.1', port, localAddress: address });
  socket.on('error', () => undefined);
  if (reads) socket.resume();
  else socket.pause();
  socket.write(begins);
  if (adds !== '') {
    const more = setInterval(() => socket.writable && socket.write(adds), 2000);
    socket.once('close', () => clearInterval(more));
  }
  return socket;
}

/** Lets them dawdle for so many seconds at most while readers ask for new pages and for the data. */
export async function sufferSlow(stage: Stage, seconds: number): Promise<Slowed> {
  const broken: string[] = [];
  let over = false;
  const { ended } = stage.serving();
  void ended.then(() => {
    if (!over) broken.push('the server ended');
  });
  const port = Number(new URL(stage.site).port);
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
      const theirs = Array.from({ length: kind.count }, () => dawdle(port, kind));
      await Promise.all(theirs.map((socket) => once(socket, 'connect')));
      // Asked of the machine, not of the client: one that reads nothing does not see that it was closed.
      const open = () => connectionsFrom(kind.address, port);
      const last = await secondsUntil(async () => (await open()) === 0, Math.min(seconds, kind.most), 500);
      const left = last === null ? await open() : 0;
      if (seconds >= kind.most && left > 0)
        broken.push(`${left} of ${kind.count} (${kind.what}) were still there after ${kind.most} s`);
      for (const socket of theirs) socket.destroy();
      return { what: kind.what, count: kind.count, closed: kind.count - left, last };
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
      how: `All at once, from other addresses than the readers’: connections that say nothing, that send a header or a byte of a form every two seconds, or that ask for all data a thousand times and read none of it. Meanwhile two readers ask for pages that nobody asked for before, and for data (${pages} answers). It breaks where one of them is refused or a client is still there after the time that it has.`,
      columns: ['what', 'clients', 'closed by the server', 'all after s'],
      lines: [
        ...kinds.map(({ what, count, closed, last }) => ({
          what,
          values: [count, closed, last === null ? 'never' : Math.round(last)],
        })),
        { what: 'new pages meanwhile: p95, ms', values: [Math.round(p95)] },
      ],
      broken,
    };
  });
export default torment;
