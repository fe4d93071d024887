import type { ServerResponse } from 'node:http';

/**
 * Waits for the work on an answer; where its client has left, only until all of it was said. Next waits for the end of what it
 * sends, and of what is compressed that never comes where nobody takes it: a dozen who left would hold all places for ever.
 * What compresses has to be there before.
 */
export async function untilLeft(response: ServerResponse, work: () => Promise<void>): Promise<void> {
  let free: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    free = resolve;
  });
  const end = response.end;
  let said = false;
  response.end = ((...given: Parameters<typeof end>) => {
    said = true;
    if (response.closed) free();
    return end.apply(response, given);
  }) as typeof end;
  response.once('close', () => {
    if (said) free();
  });
  const working = work();
  working.catch(() => undefined);
  await Promise.race([working, left]);
}
