import { setTimeout as pause } from 'node:timers/promises';
import type { Started } from '../scripts/program';

/** Waits until the program answers under its address; throws with what it printed if it ends before. */
export async function answering(url: string, program: Started): Promise<void> {
  let over = '';
  program.ended.then(
    ({ output }) => {
      over = output || 'no message';
    },
    (error: Error) => {
      over = error.message;
    },
  );
  while (over === '') {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(50);
  }
  throw new Error(`${url} never answered: ${over.trim()}`);
}
