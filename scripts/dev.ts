import { mkdir } from 'node:fs/promises';
import { bundlePrograms } from './build';
import { checkPort, type Ground, portToServe, prepareGround } from './ground';
import { giveUp, step } from './progress';
import { type Serving, startServing, stopOnSignal } from './serving';
import { setUpLine } from './set-up-line';

let ground: Ground | undefined;
let serving: Serving | undefined;

async function stop(): Promise<void> {
  await serving?.stop();
  await ground?.stop();
}

stopOnSignal(stop);
try {
  const port = portToServe();
  await checkPort(port);
  ground = await prepareGround();
  const { url } = ground;
  await mkdir('dist', { recursive: true });
  await step('bundle', 'server, picture worker, scripts of pages', bundlePrograms);
  serving = await step('serve', `port ${port}, with reload`, () => startServing(port, url, 'development'));
  process.stdout.write(
    `\nhttp://localhost:${port}  (pages reload by themselves; after a change to src/server, src/browser, src/pictures or a chart's view, start again)\n`,
  );
  process.stdout.write((await setUpLine(url, port)) ?? '');
  const code = await serving.ended;
  await ground.stop();
  process.exit(code ?? 1);
} catch (error) {
  await stop().catch(() => undefined);
  giveUp(error);
}
