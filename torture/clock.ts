import { existsSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disagreements, wrongSearchNames } from './agreement';
import { Chance } from './chance';
import { startCluster } from './cluster';
import { undelivered } from './kill';
import { knownPages, probe, seenPage } from './probe';
import { connected, type Stage, sendForm, setStage, signIn } from './stage';
import type { Torment } from './torment';
import { secondsUntil } from './waiting';
import { Ledger, startWriters, type Way, ways } from './writers';

const hour = 3_600_000;
const day = 24 * hour;
const clocks = ['server', 'database'] as const;
type Clock = (typeof clocks)[number];

interface Jump {
  what: string;
  /** Milliseconds that the clocks are ahead from then on. */
  offset: number;
  of: readonly Clock[];
}

const named: readonly [what: string, offset: number][] = [
  ['an hour late', -hour],
  ['a day early', day],
  ['400 days early', 400 * day],
  ['right again', 0],
  ['ten years late', -3653 * day],
  ['right again at last', 0],
];
/** All clocks together, as on one machine, then each by itself, as on two. */
const jumpsOf = (whose: readonly Clock[]): Jump[] => [
  { what: 'right', offset: 0, of: whose },
  ...[whose, ...(whose.length > 1 ? whose.map((clock) => [clock]) : [])].flatMap((of) =>
    named.map(([what, offset]) => ({ what, offset, of })),
  ),
];

/** Where Debian and Fedora put the library that shows another program's clock to be another; it is not ours to install. */
const libraries = [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketime.so.1`,
  '/usr/lib64/faketime/libfaketime.so.1',
];

/** Seconds in which each way of writing must work at the new time. */
const longest = 60;

/** Milliseconds that a clock is ahead of ours. */
async function aheadBy(clock: Clock, serverClock: string, stage: Stage): Promise<number> {
  // What the HTTP server of Node says in `Date` comes from a clock that cannot be replaced from within.
  if (clock === 'server') return Number(await readFile(`${serverClock}.seen`, 'utf8'));
  const db = await connected(stage.databaseUrl);
  const { rows } = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  await db.end();
  return (rows[0]?.now.getTime() ?? 0) - Date.now();
}

/** Tries to sign in until nobody may try any more. */
async function guessPasswords(stage: Stage): Promise<void> {
  for (let at = 0; at < 8; at++) {
    const form = { lang: 'en', email: 'torment@example.org', password: 'a wrong password' };
    await (await sendForm({ site: stage.site, cookie: '' }, '/api/sign-in', form)).text();
  }
}

const torment: Torment = async ({ seed, times }, say) => {
  const library = libraries.find((each) => existsSync(each));
  const databaseClock = (folder: string) => path.join(folder, 'database-clock');
  const cluster = await startCluster(undefined, (folder): Record<string, string> => {
    if (library === undefined) return {};
    writeFileSync(databaseClock(folder), '+0');
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: databaseClock(folder),
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  });
  const jumps = jumpsOf(library === undefined ? ['server'] : clocks).slice(0, times && times + 1);
  const serverClock = path.join(cluster.folder, 'server-clock');
  await writeFile(serverClock, '0');
  const broken: string[] = [];
  const lines: { what: string; values: (string | number)[] }[] = [];
  const ledger = new Ledger();
  const chance = new Chance(seed);
  try {
    const stage = await setStage(cluster.url, {
      settings: {
        NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('torture/programs/shifted-clock.mjs')).href}`,
        CLOCK_FILE: serverClock,
      },
    });
    try {
      for (const { what, offset, of } of jumps) {
        const name = `${of.join(' and ')}: ${what}`;
        const crowd: Record<Way, number> = { api: 1, form: 1, import: 1, share: 1 };
        // The clock jumps while everybody writes.
        const writers = startWriters(stage, ledger, chance, crowd);
        for (const clock of of) {
          if (clock === 'server') await writeFile(serverClock, String(offset));
          else await writeFile(databaseClock(cluster.folder), `${offset < 0 ? '' : '+'}${offset / 1000}`);
          const moved = await secondsUntil(
            async () => Math.abs((await aheadBy(clock, serverClock, stage)) - offset) < 5000,
            10,
          );
          if (moved === null) throw new Error(`the clock of the ${clock} did not jump`);
        }
        const begun = ledger.attempts.length;
        let signedOut = false;
        const worked = (way: Way) =>
          ledger.attempts.slice(begun).some((each) => each.way === way && each.acknowledged);
        const all = await secondsUntil(async () => {
          const desk = await probe(`${stage.site}/editor`, { headers: { cookie: stage.cookie } });
          if (desk.status >= 300 && desk.status < 400) {
            // A session that has ended by the new time: whoever it was signs in again.
            signedOut = true;
            stage.cookie = await signIn(stage.site);
          }
          return ways.every(worked);
        }, longest);
        if (offset > 300 * day && of.includes('server')) await guessPasswords(stage);
        await writers.stop();
        if (all === null)
          broken.push(`${name}: no ${ways.filter((way) => !worked(way)).join(', ')} within ${longest} s`);
        // Whoever was kept out at another time is let in at the right one.
        if (offset === 0)
          await signIn(stage.site).catch((error) => broken.push(`${name}: ${(error as Error).message}`));
        for (const page of knownPages) {
          const { status } = await seenPage(stage.site + page);
          if (status !== 200) broken.push(`${name}: ${page} was answered with ${status}`);
        }
        const db = await connected(cluster.url);
        broken.push(...(await ledger.broken(db)), ...(await disagreements(db)));
        await db.end();
        lines.push({ what: name, values: [all ?? 'never', signedOut ? 'yes' : 'no'] });
        say(`${name}: ${ledger.acknowledged} acknowledged, ${broken.length} broken`);
      }
      const db = await connected(cluster.url);
      broken.push(...(await ledger.broken(db, true)), ...(await disagreements(db)));
      broken.push(...(await wrongSearchNames(cluster.url)), ...(await undelivered(stage, db)));
      await db.end();
    } finally {
      await stage.end();
    }
  } finally {
    await cluster.end();
  }
  return {
    title: 'The clock jumps',
    how: `${library === undefined ? 'The clock of the server process jumps' : 'The clocks of the server process and of PostgreSQL, together, and then each by itself, jump'} ${jumps.length - 1} times while a program publishes, an editor sends forms and imports tables, and a reader makes short links; each way of writing has to work again at the new time, ${knownPages.length} pages are read, and facts and log are compared. The server's clock is that of the process (\`Date\` is replaced before anything is loaded); ${library === undefined ? 'PostgreSQL’s own needs libfaketime, which is not on this machine, and was right throughout' : 'PostgreSQL’s is shifted by libfaketime'}.`,
    columns: ['the clock of', 'all four ways of writing work after s', 'people had to sign in again'],
    lines,
    broken,
  };
};
export default torment;
