import { build, buildIsFresh } from './build';
import { checkPort, type Ground, portToServe, prepareGround } from './ground';
import { endPrograms } from './program';
import { giveUp, step } from './progress';
import { type Serving, startServing, stopOnSignal } from './serving';
import { setUpLine } from './set-up-line';

let ground: Ground | undefined;
let serving: Serving | undefined;

async function stop(): Promise<void> {
  endPrograms();
  await serving?.stop();
  await ground?.stop();
}

stopOnSignal(stop);
try {
  const started = performance.now();
  const port = portToServe();
  await checkPort(port);
  ground = await prepareGround();
  const { url } = ground;
  if (!(await buildIsFresh()))
    await step('build', 'production build (a minute or two, only after changes)', build);
  serving = await step('serve', `port ${port}`, () =>
    // Somebody looks at this window: what is in order needs no line.
    startServing(port, url, 'production', { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `\n大模型产业图谱 · AI Landscape: http://localhost:${port}  (ready in ${seconds} s, Ctrl-C stops it)\n`,
  );
  process.stdout.write((await setUpLine(url, port)) ?? '');
  const code = await serving.ended;
  await ground.stop();
  process.exit(code ?? 1);
} catch (error) {
  await stop().catch(() => undefined);
  giveUp(error);
}
