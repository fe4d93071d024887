// Runs in namespaces of its own, where it may mount a small disk. Sends what it saw to its parent.
import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { disagreements, wrongSearchNames } from '../agreement';
import { Chance } from '../chance';
import { startCluster } from '../cluster';
import { knownPages, probe } from '../probe';
import { connected, isReady, setStage } from '../stage';
import type { Ordeal } from '../torment';
import { pause, secondsUntil } from '../waiting';
import { Ledger, startWriters } from '../writers';

const [seed = '1', times = '5'] = process.argv.slice(2);
const size = 500;
const crowd = { api: 2, form: 2, import: 1, share: 1 };
/** Seconds until a write is acknowledged again. */
const longestHealing = 60;

/** Fills the disk to its last block. */
async function fill(file: string): Promise<void> {
  const ballast = await open(file, 'w');
  try {
    for (let block = 1 << 20; block >= 4096; ) {
      try {
        await ballast.write(Buffer.alloc(block, 1));
      } catch {
        block /= 2;
      }
    }
  } finally {
    await ballast.close().catch(() => undefined);
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function torment(): Promise<Ordeal> {
  const disk = await mkdtemp(path.join(tmpdir(), 'tracker-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', disk], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) throw new Error(`a small disk could not be mounted: ${mounted.stderr}`);
  const chance = new Chance(Number(seed));
  const ledger = new Ledger();
  const broken: string[] = [];
  const healing: number[] = [];
  let refusedWhileFull = 0;
  let died = 0;
  const cluster = await startCluster(disk);
  try {
    const stage = await setStage(cluster.url);
    try {
      for (let at = 0; at < Number(times); at++) {
        await Promise.all(knownPages.map((page) => probe(stage.site + page)));
        const writers = startWriters(stage, ledger, chance, crowd);
        await pause(chance.between(0, 1500));
        const ballast = path.join(disk, 'ballast');
        await fill(ballast);
        const begun = ledger.attempts.length;
        // Until writing is refused: what is in memory already may go on for a while.
        const full = await secondsUntil(async () => {
          if ((await freeBytes(disk)) > 0) await fill(path.join(disk, `ballast-${at}-${performance.now()}`));
          return (
            ledger.attempts.slice(begun).filter(({ acknowledged, way }) => !acknowledged && way !== 'share')
              .length > 12
          );
        }, 60);
        if (full === null) broken.push('the disk is full and writing goes on');
        refusedWhileFull += ledger.attempts.slice(begun).filter(({ acknowledged }) => !acknowledged).length;
        const page = await probe(`${stage.site}/vendors`);
        if (page.status !== 200) broken.push(`a page seen before was answered with ${page.status}`);
        spawnSync('sh', ['-c', `rm -f ${disk}/ballast*`]);
        // Without room for its log PostgreSQL stops; whoever runs it starts it again.
        const alive = await secondsUntil(async () => {
          await (await connected(cluster.url)).end();
          return true;
        }, 5);
        if (alive === null) {
          died += 1;
          await cluster.restart();
        }
        const again = ledger.attempts.length;
        const healed = await secondsUntil(
          async () =>
            (await isReady(stage.site)) &&
            ledger.attempts.slice(again).some(({ acknowledged, way }) => acknowledged && way !== 'share'),
          longestHealing,
        );
        if (healed === null)
          broken.push(`nothing is acknowledged ${longestHealing} s after there is room again`);
        else healing.push(healed);
        await writers.stop();
        const db = await connected(cluster.url);
        broken.push(...(await ledger.broken(db, true)), ...(await disagreements(db)));
        await db.end();
      }
      broken.push(...(await wrongSearchNames(cluster.url)));
    } finally {
      await stage.end();
    }
  } finally {
    await cluster.end();
    spawnSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  }
  return {
    title: 'The disk is full',
    how: `PostgreSQL on a disk of ${size} MB (a tmpfs in namespaces of its own) that is filled to the last block ${times} times while ${crowd.api} programs publish, ${crowd.form} editors send forms, ${crowd.import} imports tables and ${crowd.share} makes short links; then there is room again. The server is not restarted.`,
    columns: ['what', 'figure'],
    lines: [
      { what: 'times full', values: [Number(times)] },
      { what: 'writes acknowledged', values: [ledger.acknowledged] },
      { what: 'writes not acknowledged while it was full', values: [refusedWhileFull] },
      { what: 'times that PostgreSQL had to be started again', values: [died] },
      { what: 'next write acknowledged, s after there was room, at most', values: [Math.max(0, ...healing)] },
    ],
    broken,
  };
}

torment().then(
  (ordeal) => process.send?.(ordeal, () => process.exit()),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
