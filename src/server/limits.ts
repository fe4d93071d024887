/** Every limit of the server that is not a setting: bytes, numbers and milliseconds, unless it says otherwise. */
export const limits = {
  /** Longer addresses are refused: no link of ours is that long (characters). */
  address: 8192,
  /** Bodies: a form with everything that it may hold, and a file for import, of which the app takes 12 MB. */
  body: 4 * 1024 * 1024,
  upload: 16 * 1024 * 1024,
  /** Bodies that are in memory at once, of all requests together. */
  bodiesAtOnce: 128 * 1024 * 1024,
  /** What is too large is still read to so many times its limit, so that a browser hears the answer instead of a broken connection. */
  drained: 4,
  /** Connections from clients; more are not taken. */
  connections: 4096,

  /** Finished pages kept in memory, and the share of them that those asked for again can have. */
  keptPages: 192 * 1024 * 1024,
  provenShare: 0.8,

  /** After so long nobody waits for an answer any more. */
  making: 20_000,
  /** From here on an answer is worth a line in the log. */
  slow: 2000,
  /** A client that is refused before its request is one may go on sending for so long. */
  afterRefusal: 2000,

  /**
   * What is made at once and what may wait. Making is one thread's work: more at once makes none of it quicker, and the
   * server comes to its door more rarely, so that refusals are slow (`npm run torture -- overload`). All that readers
   * look at just after a publication has to find a place to wait.
   */
  made: { atOnce: 4, waiting: 60 },
  /** Writing has places of its own, so that a crowd of readers does not keep editors out. Nor does one client the others: an office behind one address has as many. */
  written: { atOnce: 16, waiting: 64, each: 24 },
  /** Programs ask many things at once, and can wait; how much they may ask is counted for each. */
  programs: { atOnce: 12, waiting: 250 },
  /** An export lasts as long as its client takes to read it, and one client is only one of several. */
  exports: { atOnce: 8, waiting: 60, each: 3 },

  /** How long what was begun may take once the server was asked to stop: an import is one answer. */
  stopping: 60_000,
  /** How long of it work may go on that nobody waits for, before it is taken back. */
  stoppingWork: 45_000,
  /** How long a start waits for the database. */
  meeting: 5000,
} as const;
