import { disagreements, wrongSearchNames } from './agreement';
import { Chance } from './chance';
import { startCluster } from './cluster';
import { undelivered } from './kill';
import { makeLink } from './link';
import { connected, setStage } from './stage';
import type { Torment } from './torment';
import { pause, secondsUntil } from './waiting';
import { Ledger, startWriters } from './writers';

const crowd = { api: 2, form: 2, import: 1, share: 1 };
/** Seconds within which a write must be acknowledged again: a publication that fell silent holds the lock for 30. */
const longestHealing = 60;

const torment: Torment = async ({ seed, times = 10 }, say) => {
  const chance = new Chance(seed);
  const cluster = await startCluster();
  const link = await makeLink(cluster.url);
  const broken: string[] = [];
  const healing = new Map<string, number[]>();
  const ledger = new Ledger();
  const backends = async () => {
    const db = await connected(cluster.url);
    const { rows } = await db.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
         AND application_name <> 'torture'`,
    );
    await db.end();
    return rows.map(({ pid }) => pid);
  };
  const hurts: Record<string, () => Promise<void>> = {
    'a process of PostgreSQL is killed': async () => {
      process.kill(chance.pick(await backends()), 'SIGKILL');
    },
    'the postmaster is killed and started again': async () => {
      await cluster.kill();
      await pause(chance.between(0, 500));
      await cluster.restart();
    },
    'connections are ended by PostgreSQL': async () => {
      const some = (await backends()).filter(() => chance.next() < 0.5);
      const db = await connected(cluster.url);
      await db.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [some]);
      await db.end();
    },
    'connections are reset on the line': async () => link.reset(() => chance.next() < 0.5),
    'the line is cut for up to a second': async () => {
      link.close();
      await pause(chance.between(0, 1000));
      link.open();
    },
    'the line is silent for up to 6 s': async () => {
      link.silence();
      await pause(chance.between(100, 6000));
      link.open();
    },
    'the line is silent for up to 6 s and forgets its connections': async () => {
      link.silence();
      await pause(chance.between(100, 6000));
      link.forget();
    },
  };
  try {
    const stage = await setStage(cluster.url, { through: link.url });
    try {
      const writers = startWriters(stage, ledger, chance, crowd);
      const sequence = Object.keys(hurts).flatMap((name) => Array.from({ length: times }, () => name));
      for (let at = sequence.length; at > 0; at--) {
        const [name = ''] = sequence.splice(chance.between(0, at - 1), 1);
        await pause(chance.between(0, 800));
        await hurts[name]?.();
        const begun = ledger.attempts.length;
        const healed = await secondsUntil(
          () => ledger.attempts.slice(begun).some(({ acknowledged, way }) => acknowledged && way !== 'share'),
          longestHealing,
        );
        if (healed === null) broken.push(`${name}: nothing is acknowledged ${longestHealing} s later`);
        else healing.set(name, [...(healing.get(name) ?? []), healed]);
        const db = await connected(cluster.url);
        broken.push(...(await ledger.broken(db)), ...(await disagreements(db)));
        await db.end();
        if (broken.length > 20) break;
        if (at % 10 === 1)
          say(`${at - 1} to come, ${ledger.acknowledged} acknowledged, ${broken.length} broken`);
      }
      await writers.stop();
      const db = await connected(cluster.url);
      broken.push(...(await ledger.broken(db, true)), ...(await disagreements(db)));
      broken.push(...(await wrongSearchNames(cluster.url)), ...(await undelivered(stage, db)));
      await db.end();
    } finally {
      await stage.end();
    }
  } finally {
    await link.end();
    await cluster.end();
  }
  return {
    title: 'PostgreSQL and the line to it fail',
    how: `Each of ${Object.keys(hurts).length} ways ${times} times, in random order and at random moments, while ${crowd.api} programs publish, ${crowd.form} editors send forms, ${crowd.import} imports tables and ${crowd.share} makes short links without a pause. The server is not restarted. After each, facts and log are compared and everything that was acknowledged (${ledger.acknowledged} of ${ledger.attempts.length} writes) is looked for.`,
    columns: ['what fails', 'times', 'next write acknowledged after s, median', 'most'],
    lines: [...healing].map(([what, seconds]) => ({
      what,
      values: [
        seconds.length,
        seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0,
        Math.max(...seconds),
      ],
    })),
    broken,
  };
};
export default torment;
