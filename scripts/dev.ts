import { mkdir } from 'node:fs/promises';
import { bundlePrograms } from './build';
import { watchPictureWorker } from './bundle-workers';
import { checkPort, type Ground, portToServe, prepareGround } from './ground';
import { giveUp, step } from './progress';
import { type Serving, startServing, stopOnSignal } from './serving';
import { setUpLine } from './set-up-line';

let ground: Promise<Ground> | undefined;
let serving: Promise<Serving> | undefined;

async function stopAll(): Promise<void> {
  await (await serving?.catch(() => undefined))?.stop();
  await (await ground?.catch(() => undefined))?.stop();
}

let stopped: Promise<void> | undefined;
function stop(): Promise<void> {
  stopped ??= stopAll();
  return stopped;
}

/** Whoever asked to stop while something was begun wants nothing new: what was begun is being stopped. */
async function endIfStopped(): Promise<void> {
  if (!stopped) return;
  await stopped;
  process.exit(0);
}

stopOnSignal(stop);
try {
  const port = portToServe();
  await checkPort(port);
  ground = prepareGround();
  const { url } = await ground;
  await mkdir('dist', { recursive: true });
  await step('bundle', 'server, picture worker, scripts of pages', bundlePrograms);
  await watchPictureWorker();
  await endIfStopped();
  serving = step('serve', `port ${port}, with reload`, () => startServing(port, url, 'development'));
  process.stdout.write(
    `\nhttp://localhost:${port}  (pages reload by themselves; after a change to src/server or src/browser, start again; an opened chart has the views of the start)\n`,
  );
  process.stdout.write((await setUpLine(url, port)) ?? '');
  const { ended } = await serving;
  const code = await ended;
  await stop();
  process.exit(code ?? 1);
} catch (error) {
  await endIfStopped();
  await stop().catch(() => undefined);
  giveUp(error);
}
