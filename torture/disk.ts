import { fork } from 'node:child_process';
import path from 'node:path';
import type { Ordeal, Torment } from './torment';

const torment: Torment = async ({ seed, times = 5 }) => {
  // Only in namespaces of its own may a process mount a disk, and nothing of it is seen outside.
  const child = fork(path.resolve('torture/programs/disk-full.ts'), [String(seed), String(times)], {
    execPath: 'unshare',
    execArgv: ['--user', '--map-root-user', '--mount', process.execPath, '--import', 'tsx'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (ordeal) => resolve(ordeal as Ordeal));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the disk could not be filled (${code}); it needs Linux with unshare`)),
    );
  });
};
export default torment;
