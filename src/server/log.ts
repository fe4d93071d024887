import { format, stripVTControlCharacters } from 'node:util';
import { pino } from 'pino';

/**
 * The server's log: a line of JSON for each event, on standard output. `LOG_LEVEL` chooses how much (`info`). Addresses
 * are logged without their query and no header is ever logged: both can hold what nobody else should read.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** What is written to the console, by Next and by libraries, becomes lines of the log too. */
export function logConsole(): void {
  const said = (values: unknown[]) => stripVTControlCharacters(format(...values)).trim();
  console.log = console.info = (...values) => log.info(said(values));
  console.debug = (...values) => log.debug(said(values));
  console.warn = (...values) => log.warn(said(values));
  console.error = (...values) => log.error(said(values));
}
