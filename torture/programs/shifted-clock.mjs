// Loaded before a server: its clock then differs by as many milliseconds as the file `CLOCK_FILE` says, and jumps when that
// changes; the main thread writes beside it what it goes by. Timers go on by the machine's own steady clock, as they do
// when a real clock is put right.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const RealDate = Date;
let offset = 0;

const file = process.env.CLOCK_FILE ?? '';
let told;

function look() {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0;
    if (isMainThread && told !== offset) writeFileSync(`${file}.seen`, String(offset));
    told = offset;
  } catch {
    // The file is being written; the next look finds it.
  }
}

const now = () => RealDate.now() + offset;
globalThis.Date = new Proxy(RealDate, {
  construct: (_, values, target) =>
    Reflect.construct(RealDate, values.length === 0 ? [now()] : values, target),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
look();
setInterval(look, 20).unref();
