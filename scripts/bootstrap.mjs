// Runs on plain Node, before anything is installed: checks the version, installs what is missing, checks the settings, generates
// the Prisma client, then hands over to the TypeScript file named by the caller (which may import that client).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'node_modules', '.installed-from');

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org).`,
  );
  process.exit(1);
}

/** Where progress is told: not to standard output where that is what a program reads. */
let out = process.stdout;

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const start = Date.now();
  out.write('install   packages from package-lock.json … ');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // Production mode would leave out what building and testing need.
    env: { ...process.env, NODE_ENV: '' },
  });
  if (result.status !== 0) {
    out.write('failed\n');
    console.error(
      `${result.stderr ?? ''}\nnpm ci failed. Check the network or the npm registry (npm config get registry) and start again.`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
  out.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

/** Ends before anything is started where a setting is none, with a sentence for each. */
async function checkSettings() {
  const { settingProblems } = await import(pathToFileURL(path.join(root, 'src/domain/settings.ts')).href);
  const problems = settingProblems();
  if (problems.length === 0) return;
  console.error(problems.join('\n'));
  process.exit(1);
}

export async function handOver(file, { quiet = false } = {}) {
  if (quiet) out = process.stderr;
  process.chdir(root);
  checkNode();
  install();
  const { register } = await import(
    pathToFileURL(path.join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href
  );
  register();
  await checkSettings();
  const { prepareClient } = await import(pathToFileURL(path.join(root, 'scripts/prisma-client.ts')).href);
  if (!quiet) await prepareClient();
  await import(pathToFileURL(path.join(root, 'scripts', file)).href);
}
