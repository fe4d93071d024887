import { format, stripVTControlCharacters } from 'node:util';
import { pino } from 'pino';
import type { SecurityLine } from '@/domain/security-line';
import { setting } from '@/domain/settings';

/** Bytes of lines that may wait for whoever reads them; more are dropped. */
const mostWaiting = 1024 * 1024;

// Not synchronous: a reader of the log that stands still must not make the server stand still.
const destination = pino.destination({ dest: 1, sync: false, maxLength: mostWaiting });
// Nobody reads any more: there is nobody to tell.
destination.on('error', () => undefined);

/**
 * The server's log: a line of JSON for each event, on standard output. `LOG_LEVEL` chooses how much (`info`). Addresses
 * are logged without their query and no header is ever logged: both can hold what nobody else should read. Who signs in, or may,
 * stands there with e-mail and network address: `security` names it.
 */
export const log = pino(
  {
    level: setting('LOG_LEVEL'),
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  },
  destination,
);

/** Ends the process once its last lines are written, or cannot be. */
export function endLogged(code: number): void {
  process.exitCode = code;
  destination.once('close', () => process.exit(code));
  setTimeout(() => process.exit(code), 500).unref();
  destination.end();
}

/** What is written to the console, by Next and by libraries, becomes lines of the log too. */
export function logConsole(): void {
  const said = (values: unknown[]) => stripVTControlCharacters(format(...values)).trim();
  console.log = console.info = (...values) => log.info(said(values));
  console.debug = (...values) => log.debug(said(values));
  console.warn = (...values) => log.warn(said(values));
  console.error = (...values) => log.error(said(values));
}

/** Tells what happened to an account. Everybody's signing in is no news; all else is worth a look (`warn`). */
export function logSecurity(security: SecurityLine): void {
  log[security.kind === 'signed-in' ? 'info' : 'warn']({ security }, `security: ${security.kind}`);
}
