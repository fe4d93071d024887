import pg from 'pg';
import { rememberFor } from '@/domain/remember';
import { setting } from '@/domain/settings';
import { Connections } from './connections';
import { learnEdition } from './known-edition';

/** A streaming replica that facts may be read from. */
export interface Replica {
  readonly url: string;
  /** The newest edition that it is known to have; null while it does not answer. */
  reached: number | null;
  /** Its connections, so that nobody goes on waiting for an answer once it hangs. */
  readonly connections: Connections;
}

interface Followed {
  replicas: Replica[];
  /** Whose turn it is. */
  turn: number;
  /** How many questions were answered where. */
  reads: { replicas: number; primary: number };
  stop: () => void;
}

/** Milliseconds between two questions to a replica how far it is, and within which it has to answer. */
const askEvery = 100;
const patience = 2000;

/** How a pool connects to a replica: it is given up where it does not answer in time. */
export function replicaConnection({ url, connections }: Replica): pg.PoolConfig {
  return { ...connections.settings(patience), connectionString: url };
}

/** Asks a replica how far it is, again and again; one that does not answer is asked on. Returns what ends it. */
function follow(replica: Replica): () => void {
  const { host } = new URL(replica.url);
  const pool = new pg.Pool({
    ...replicaConnection(replica),
    max: 1,
    query_timeout: patience,
    allowExitOnIdle: true,
    application_name: 'replica-watch',
  });
  let stopped = false;
  const lost = (error: Error) => {
    replica.connections.cut();
    if (replica.reached !== null && !stopped)
      console.warn(`Replica ${host} does not answer: ${error.message}`);
    replica.reached = null;
  };
  const look = async () => {
    try {
      const { rows } = await pool.query('SELECT coalesce(max(number), 0)::int AS number FROM edition');
      if (replica.reached === null) console.info(`Replica ${host} answers.`);
      replica.reached = rows[0].number as number;
      learnEdition(replica.reached);
    } catch (error) {
      lost(error as Error);
    }
    if (!stopped) setTimeout(look, askEvery).unref();
  };
  pool.on('error', lost);
  void look();
  return () => {
    stopped = true;
    void pool.end();
  };
}

function followed(): Followed {
  const stated = setting('DATABASE_REPLICA_URLS');
  return rememberFor<Followed>('replicas', stated.join(), (former) => {
    const replicas = stated.map((url): Replica => ({ url, reached: null, connections: new Connections() }));
    former?.stop();
    const ends = replicas.map(follow);
    return {
      replicas,
      turn: 0,
      reads: { replicas: 0, primary: 0 },
      stop: () => {
        for (const end of ends) end();
      },
    };
  });
}

/** The replicas that `DATABASE_REPLICA_URLS` names, which are followed from the first call on. */
export function replicas(): readonly Replica[] {
  return followed().replicas;
}

/** Those that have this edition, each call beginning with another one. */
export function replicasWith(edition: number): Replica[] {
  const all = followed();
  const ready = all.replicas.filter(({ reached }) => reached !== null && reached >= edition);
  all.turn += 1;
  const first = all.turn % Math.max(ready.length, 1);
  return [...ready.slice(first), ...ready.slice(0, first)];
}

/** Counts a question that was answered there. */
export function countRead(where: keyof Followed['reads']): void {
  followed().reads[where] += 1;
}

/** How many questions this process had answered by replicas and by the primary. */
export function readsByServer(): Readonly<Followed['reads']> {
  return followed().reads;
}
