import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchLine } from '../bench/result';
import { disagreements, wrongSearchNames } from './agreement';
import { Chance } from './chance';
import { undelivered } from './kill';
import { knownPages, probe, seenPage } from './probe';
import { connected, onStage, type Stage, sendForm, signIn } from './stage';
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

/** The clocks of a site, which can be moved while it runs. */
interface Clocks {
  whose: readonly Clock[];
  /** What the server and PostgreSQL have to be started with. */
  settings: Record<string, string>;
  ofDatabase: Record<string, string>;
  /** Puts a clock so many milliseconds ahead of ours, and waits until those who go by it have seen it. */
  move: (clock: Clock, ahead: number, databaseUrl: string) => Promise<void>;
  end: () => Promise<void>;
}

async function makeClocks(): Promise<Clocks> {
  const library = libraries.find((each) => existsSync(each));
  const folder = await mkdtemp(path.join(tmpdir(), 'tracker-clocks-'));
  const file = (clock: Clock) => path.join(folder, clock);
  await writeFile(file('server'), '0');
  await writeFile(file('database'), '+0');
  const aheadBy: Record<Clock, (databaseUrl: string) => Promise<number>> = {
    // What the HTTP server of Node says in `Date` comes from a clock that cannot be replaced from within.
    server: async () => Number(await readFile(`${file('server')}.seen`, 'utf8')),
    database: async (databaseUrl) => {
      const db = await connected(databaseUrl);
      const { rows } = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      await db.end();
      return (rows[0]?.now.getTime() ?? 0) - Date.now();
    },
  };
  return {
    whose: library === undefined ? ['server'] : clocks,
    settings: {
      NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('torture/programs/shifted-clock.mjs')).href}`,
      CLOCK_FILE: file('server'),
    },
    ofDatabase: {
      ...(library !== undefined && {
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: file('database'),
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      }),
    },
    move: async (clock, ahead, databaseUrl) => {
      await writeFile(
        file(clock),
        clock === 'server' ? String(ahead) : `${ahead < 0 ? '' : '+'}${ahead / 1000}`,
      );
      const moved = await secondsUntil(
        async () => Math.abs((await aheadBy[clock](databaseUrl)) - ahead) < 5000,
        10,
      );
      if (moved === null) throw new Error(`the clock of the ${clock} did not jump`);
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Tries to sign in until nobody may try any more. */
async function guessPasswords(stage: Stage): Promise<void> {
  for (let at = 0; at < 8; at++) {
    const form = { lang: 'en', email: 'torment@example.org', password: 'a wrong password' };
    await (await sendForm({ site: stage.site, cookie: '' }, '/api/sign-in', form)).text();
  }
}

/** Jumps, and looks whether every way of writing works at the new time and nothing was lost. */
async function sufferJump(
  stage: Stage,
  { move }: Clocks,
  { what, offset, of }: Jump,
  ledger: Ledger,
  chance: Chance,
): Promise<{ line: BenchLine; broken: string[] }> {
  const name = `${of.join(' and ')}: ${what}`;
  const broken: string[] = [];
  const crowd: Record<Way, number> = { api: 1, form: 1, import: 1, share: 1 };
  // The clock jumps while everybody writes.
  const writers = startWriters(stage, ledger, chance, crowd);
  for (const clock of of) await move(clock, offset, stage.databaseUrl);
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
  const db = await connected(stage.databaseUrl);
  broken.push(...(await ledger.broken(db)), ...(await disagreements(db)));
  await db.end();
  return { line: { what: name, values: [all ?? 'never', signedOut ? 'yes' : 'no'] }, broken };
}

const torment: Torment = async ({ seed, times }, say) => {
  const clocksOfSite = await makeClocks();
  const { whose, settings, ofDatabase } = clocksOfSite;
  const jumps = jumpsOf(whose).slice(0, times && times + 1);
  const ledger = new Ledger();
  const chance = new Chance(seed);
  const lines: BenchLine[] = [];
  const broken: string[] = [];
  try {
    await onStage({ settings, ofDatabase }, async (stage) => {
      // A token ends at its date, and is rightly refused then: this one outlasts every jump.
      const tokens = await connected(stage.databaseUrl);
      await tokens.query("UPDATE api_token SET expires = '2100-01-01'");
      await tokens.end();
      for (const jump of jumps) {
        const seen = await sufferJump(stage, clocksOfSite, jump, ledger, chance);
        lines.push(seen.line);
        broken.push(...seen.broken);
        say(`${seen.line.what}: ${ledger.acknowledged} acknowledged, ${broken.length} broken`);
      }
      const db = await connected(stage.databaseUrl);
      broken.push(...(await ledger.broken(db, true)), ...(await disagreements(db)));
      broken.push(...(await wrongSearchNames(stage.databaseUrl)), ...(await undelivered(stage, db)));
      await db.end();
    });
  } finally {
    await clocksOfSite.end();
  }
  const [which, ofPostgres] = whose.includes('database')
    ? [
        'The clocks of the server process and of PostgreSQL, together, and then each by itself, jump',
        'PostgreSQL’s is shifted by libfaketime',
      ]
    : [
        'The clock of the server process jumps',
        'PostgreSQL’s own needs libfaketime, which is not on this machine, and was right throughout',
      ];
  return {
    title: 'The clock jumps',
    how: `${which} ${jumps.length - 1} times while a program publishes, an editor sends forms and imports tables, and a reader makes short links; each way of writing has to work again at the new time, ${knownPages.length} pages are read, and facts and log are compared. The server's clock is that of the process (\`Date\` is replaced before anything is loaded); ${ofPostgres}.`,
    columns: ['the clock of', 'all four ways of writing work after s', 'people had to sign in again'],
    lines,
    broken,
  };
};
export default torment;
