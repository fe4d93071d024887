import { writeFile } from 'node:fs/promises';
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
const jumps: readonly [name: string, offset: number][] = [
  ['right', 0],
  ['an hour late', -hour],
  ['an hour early', hour],
  ['a day late', -day],
  ['a day early', day],
  ['400 days early', 400 * day],
  ['right again', 0],
  ['ten years late', -3653 * day],
  ['right again at last', 0],
];
/** Seconds in which each way of writing must work at the new time. */
const longest = 60;

/** Tries to sign in until nobody may try any more. */
async function guessPasswords(stage: Stage): Promise<void> {
  for (let at = 0; at < 8; at++) {
    const form = { lang: 'en', email: 'torment@example.org', password: 'a wrong password' };
    await (await sendForm({ site: stage.site, cookie: '' }, '/api/sign-in', form)).text();
  }
}

const torment: Torment = async ({ seed }, say) => {
  const cluster = await startCluster();
  const clock = path.join(cluster.folder, 'clock');
  await writeFile(clock, '0');
  const broken: string[] = [];
  const lines: { what: string; values: (string | number)[] }[] = [];
  const ledger = new Ledger();
  const chance = new Chance(seed);
  try {
    const stage = await setStage(cluster.url, {
      settings: {
        NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('torture/programs/shifted-clock.mjs')).href}`,
        CLOCK_FILE: clock,
      },
    });
    try {
      for (const [name, offset] of jumps) {
        const crowd: Record<Way, number> = { api: 1, form: 1, import: 1, share: 1 };
        // The clock jumps while everybody writes.
        const writers = startWriters(stage, ledger, chance, crowd);
        await writeFile(clock, String(offset));
        await secondsUntil(async () => {
          const health = await fetch(`${stage.site}/api/health`);
          const there = Date.parse(health.headers.get('date') ?? '') - Date.now();
          return Math.abs(there - offset) < 5000;
        }, 10);
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
        if (offset > 300 * day) await guessPasswords(stage);
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
    how: `The clock of the server process jumps ${jumps.length - 1} times while a program publishes, an editor sends forms and imports tables, and a reader makes short links; each way of writing has to work again at the new time, ${knownPages.length} pages are read, and facts and log are compared. The clock is that of the process (\`Date\` is replaced before anything is loaded); PostgreSQL's own cannot be moved by its settings, and is right throughout.`,
    columns: ['the clock is', 'all four ways of writing work after s', 'people had to sign in again'],
    lines,
    broken,
  };
};
export default torment;
