import { build, buildIsFresh } from './build';
import { checkPort, type Ground, portToServe, prepareGround } from './ground';
import { type KeptServing, keepServing } from './keep-serving';
import { endPrograms } from './program';
import { giveUp, step } from './progress';
import { startServing, stopOnSignal } from './serving';
import { setUpLine } from './set-up-line';

// What was begun is stopped, also where it has not begun altogether yet.
let ground: Promise<Ground> | undefined;
let serving: Promise<KeptServing> | undefined;

async function stopAll(): Promise<void> {
  endPrograms();
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
  const started = performance.now();
  const port = portToServe();
  await checkPort(port);
  ground = prepareGround();
  const { url } = await ground;
  await endIfStopped();
  if (!(await buildIsFresh()))
    await step('build', 'production build (a minute or two, only after changes)', build);
  await endIfStopped();
  // Somebody looks at this window: what is in order needs no line.
  const start = () => startServing(port, url, 'production', { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' });
  serving = step('serve', `port ${port}`, start).then((first) =>
    keepServing(first, { start, say: (line) => process.stderr.write(`${line}\n`) }),
  );
  const { ended } = await serving;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `\n大模型产业图谱 · AI Landscape: http://localhost:${port}  (ready in ${seconds} s, Ctrl-C stops it)\n`,
  );
  process.stdout.write((await setUpLine(url, port)) ?? '');
  const code = await ended;
  await stop();
  process.exit(code);
} catch (error) {
  await endIfStopped();
  await stop().catch(() => undefined);
  giveUp(error);
}
