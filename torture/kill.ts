import type pg from 'pg';
import { disagreements, wrongSearchNames } from './agreement';
import { Chance } from './chance';
import { connected, onStage, type Stage } from './stage';
import type { Torment } from './torment';
import { pause, secondsUntil } from './waiting';
import { Ledger, startWriters, type Way, ways } from './writers';

/** What killing showed. */
export interface Killed {
  kills: number;
  /** Kills while at least one write was under way. */
  amid: number;
  ledger: Ledger;
  broken: string[];
}

const crowd = { api: 3, form: 2, import: 1, share: 2 };
/** Acknowledged writes of one way before a kill, at most; and milliseconds after the last of them. */
const mostWrites = { api: 4, form: 4, import: 2, share: 6 };
const longest = 400;

/** Kills the server again and again while many write, and looks each time whether everything agrees. */
export async function killAgainAndAgain(
  stage: Stage,
  times: number,
  chance: Chance,
  say: (line: string) => void = () => undefined,
): Promise<Killed> {
  const ledger = new Ledger();
  const broken: string[] = [];
  let amid = 0;
  const db = await connected(stage.databaseUrl);
  try {
    for (let at = 1; at <= times; at++) {
      const writers = startWriters(stage, ledger, chance, crowd);
      const way = chance.pick(ways);
      const enough = ledger.acknowledgedBy(way) + chance.between(0, mostWrites[way]);
      await secondsUntil(() => ledger.acknowledgedBy(way) >= enough, 20);
      await pause(chance.between(0, longest));
      if (writers.underway() > 0) amid += 1;
      await stage.kill();
      await writers.stop();
      // What the process had sent goes on in PostgreSQL until it notices that nobody listens any more.
      await secondsUntil(async () => (await openTransactions(db)) === 0, 30);
      broken.push(...(await ledger.broken(db)), ...(await disagreements(db)));
      await stage.start();
      if (at % 20 === 0)
        say(`${at} kills, ${ledger.acknowledged} writes acknowledged, ${broken.length} broken`);
      if (broken.length > 20) break;
    }
    broken.push(...(await ledger.broken(db, true)), ...(await wrongSearchNames(stage.databaseUrl)));
  } finally {
    await db.end();
  }
  return { kills: times, amid, ledger, broken };
}

/** Connections of the server that are in a transaction. */
export async function openTransactions(db: pg.Client): Promise<number> {
  const { rows } = await db.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`,
  );
  return rows[0].open;
}

/** Longest that a delivery waits for its next try after its sender died, and some. */
const leaseOver = 90;

/** The webhook hears of every edition in the end. */
export async function undelivered(stage: Stage, db: pg.Client): Promise<string[]> {
  const editions = async () =>
    (await db.query<{ edition: number; state: string }>('SELECT edition, state FROM webhook_delivery')).rows;
  const settled = await secondsUntil(
    async () => (await editions()).every(({ state }) => state === 'delivered'),
    leaseOver,
    250,
  );
  const rows = await editions();
  const waiting = rows.filter(({ state }) => state !== 'delivered').length;
  const untold = rows.filter(({ edition, state }) => state === 'delivered' && !stage.told.has(edition));
  return [
    ...(settled === null ? [`${waiting} webhook deliveries still wait after ${leaseOver} s`] : []),
    ...(untold.length > 0 ? [`the webhook never heard of edition ${untold[0]?.edition}`] : []),
  ];
}

const torment: Torment = async ({ seed, times = 200 }, say) =>
  onStage({}, async (stage) => {
    const { kills, amid, ledger, broken } = await killAgainAndAgain(stage, times, new Chance(seed), say);
    const db = await connected(stage.databaseUrl);
    broken.push(...(await undelivered(stage, db)));
    await db.end();
    const of = (way: Way) => ({
      what: `acknowledged: ${way}`,
      values: [ledger.acknowledgedBy(way)],
    });
    return {
      title: 'The server is killed',
      how: `SIGKILL to the server ${kills} times, each time up to ${longest} ms after one of the first writes that it acknowledged, while ${crowd.api} programs publish, ${crowd.form} editors send forms, ${crowd.import} imports tables and ${crowd.share} readers make short links, all without a pause. After each, every fact table is compared with what the log makes of it, and everything that was acknowledged is looked for.`,
      columns: ['what', 'number'],
      lines: [
        { what: 'kills', values: [kills] },
        { what: 'of these with writes under way', values: [amid] },
        { what: 'writes sent', values: [ledger.attempts.length] },
        of('api'),
        of('form'),
        of('import'),
        of('share'),
      ],
      broken,
    };
  });
export default torment;
