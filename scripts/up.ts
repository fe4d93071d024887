import { build, buildIsFresh } from './build';
import { checkPort, type Ground, portToServe, prepareGround } from './ground';
import { endPrograms } from './program';
import { giveUp, step } from './progress';
import { type Serving, startServing, stopOnSignal } from './serving';
import { setUpLine } from './set-up-line';

// What was begun is stopped, also where it has not begun altogether yet.
let ground: Promise<Ground> | undefined;
let serving: Promise<Serving> | undefined;

async function stop(): Promise<void> {
  endPrograms();
  await (await serving?.catch(() => undefined))?.stop();
  await (await ground?.catch(() => undefined))?.stop();
}

stopOnSignal(stop);
try {
  const started = performance.now();
  const port = portToServe();
  await checkPort(port);
  ground = prepareGround();
  const { url } = await ground;
  if (!(await buildIsFresh()))
    await step('build', 'production build (a minute or two, only after changes)', build);
  serving = step('serve', `port ${port}`, () =>
    // Somebody looks at this window: what is in order needs no line.
    startServing(port, url, 'production', { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }),
  );
  const { ended } = await serving;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `\n大模型产业图谱 · AI Landscape: http://localhost:${port}  (ready in ${seconds} s, Ctrl-C stops it)\n`,
  );
  process.stdout.write((await setUpLine(url, port)) ?? '');
  const code = await ended;
  await stop();
  process.exit(code ?? 1);
} catch (error) {
  await stop().catch(() => undefined);
  giveUp(error);
}
