import { disagreements, wrongSearchNames } from './agreement';
import { newPage, probe } from './probe';
import { connected, metricsHeaders, onStage, type Stage, sendForm } from './stage';
import type { Torment } from './torment';
import { secondsUntil } from './waiting';
import { formOf, importDraft, uploadTable } from './writers';

/** What a stop amid work showed. */
export interface ShutDown {
  /** What health said first after the signal, while the server still listened. */
  saidFirst: string;
  /** Seconds from the moment that work could go on to the end of the process. */
  ended: number | null;
  broken: string[];
}

let stops = 0;
const importedRows = 60;

/**
 * Asks the server to stop while publications, an import and pages are under way. They are held by the lock that every
 * publication takes, so that all of them are under way for certain.
 */
export async function stopAmidWork(stage: Stage): Promise<ShutDown> {
  const broken: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  stops += 1;
  const mark = `stop-${process.pid}-${stops}`;
  const db = await connected(stage.databaseUrl);
  try {
    const draft = await uploadTable(stage, `${mark}-table`, importedRows);
    await db.query(`SELECT pg_advisory_lock(hashtext('tracker.edition'))`);
    // The browser is sent on while the import goes on: nobody waits for it any more.
    const sentOn = await importDraft(stage, draft ?? '');
    expect(sentOn.includes(`draft=${draft}`), `the import was answered with ${sentOn || 'nothing'}`);
    const program = probe(`${stage.site}/api/v1/proposals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        note: mark,
        publish: true,
        records: [
          {
            kind: 'industry',
            slug: mark,
            payload: {
              slug: mark,
              name: { zh: mark, en: mark },
              citations: [{ source: 'article', kind: 'claimed' }],
            },
          },
        ],
      }),
    });
    const waiting = async () =>
      (await db.query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`))
        .rows[0].n;
    expect(
      (await secondsUntil(async () => (await waiting()) === 2, 20)) !== null,
      'import and publication do not wait',
    );
    const form = sendForm(stage, '/api/records', { ...formOf(`${mark}-form`), do: 'publish' });
    let answered = 0;
    const pages = Array.from({ length: 8 }, async (_, at) => {
      const page = await probe(`${stage.site}${newPage(at)}-${mark}`);
      answered += 1;
      return page;
    });
    // What the server has taken on counts; what still waits at its door does not.
    await secondsUntil(async () => {
      const figures = await (await fetch(`${stage.site}/api/metrics`, { headers: metricsHeaders })).text();
      const of = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(figures)?.[1] ?? 0);
      return answered + of('making') + of('waiting') >= 8 && of('writing') >= 1;
    }, 30);

    const { pid, ended: exit } = stage.serving();
    process.kill(pid, 'SIGTERM');
    let saidFirst = '';
    await secondsUntil(async () => {
      const health = await fetch(`${stage.site}/api/health/ready`).catch(() => null);
      saidFirst =
        health === null
          ? 'refused'
          : `${health.status} ${((await health.json()) as { status: string }).status}`;
      return health?.status !== 200;
    }, 10);
    expect(saidFirst === '503 stopping', `health said first: ${saidFirst}`);
    const closed = await secondsUntil(async () => (await probe(`${stage.site}/method`)).status === 0, 10);
    expect(closed !== null, 'new connections are still taken 10 s after the signal');

    await db.query(`SELECT pg_advisory_unlock(hashtext('tracker.edition'))`);
    const start = performance.now();
    const [code, programTold, formTold, ...pagesTold] = await Promise.all([exit, program, form, ...pages]);
    const ended = (performance.now() - start) / 1000;
    expect(code === 0, `the process ended with ${code}`);
    expect(programTold.status === 200, `the publication was answered with ${programTold.status}`);
    const where = formTold.headers.get('location') ?? '';
    expect(/said=published/.test(where), `the form was answered with ${formTold.status} ${where}`);
    for (const { status } of pagesTold) expect(status === 200, `a page was answered with ${status}`);
    const { rows } = await db.query<{ note: string; records: number }>(
      `SELECT note_en AS note, count(DISTINCT c.record_id)::int AS records FROM edition e JOIN change c ON c.edition = e.number
       WHERE note_en = ANY($1) GROUP BY note_en`,
      [[mark, `${mark}-form`, `Imported ${mark}-table.csv`]],
    );
    const records = Object.fromEntries(rows.map((row) => [row.note, row.records]));
    expect(records[mark] === 1, 'the publication is not there');
    expect(records[`${mark}-form`] === 1, 'what the form said is not there');
    const imported = records[`Imported ${mark}-table.csv`];
    expect(imported === importedRows, `the import brought ${imported ?? 0} of ${importedRows} records`);
    const left = await db.query(`SELECT state FROM proposal WHERE id = $1`, [draft]);
    expect(left.rows.length === 0, 'the import did not end its draft');
    broken.push(...(await disagreements(db)));
    return { saidFirst, ended, broken };
  } finally {
    await db.end();
  }
}

/** How long a server may take to give up work that does not end. */
const longestStop = 70;

/** A stop while nothing can end: it is given up in bounded time, and nothing of it is there. */
async function stopInVain(stage: Stage): Promise<ShutDown> {
  const broken: string[] = [];
  const db = await connected(stage.databaseUrl);
  try {
    const draft = await uploadTable(stage, 'in-vain', importedRows);
    await db.query(`SELECT pg_advisory_lock(hashtext('tracker.edition'))`);
    await importDraft(stage, draft ?? '');
    const { pid, ended: exit } = stage.serving();
    process.kill(pid, 'SIGTERM');
    const start = performance.now();
    let code: number | null | undefined;
    void exit.then((ended) => (code = ended));
    await secondsUntil(() => code !== undefined, longestStop);
    if (code === undefined) {
      broken.push(`the process still runs after ${longestStop} s`);
      await stage.kill();
    } else if (code === 0) broken.push('the process says that it has finished what it has not');
    const ended = (performance.now() - start) / 1000;
    await db.query(`SELECT pg_advisory_unlock(hashtext('tracker.edition'))`);
    broken.push(...(await disagreements(db)));
    const { rowCount } = await db.query(`SELECT FROM edition WHERE note_en = 'Imported in-vain.csv'`);
    if (rowCount !== 0) broken.push('the import that was given up is there');
    return { saidFirst: '', ended, broken };
  } finally {
    await db.end();
  }
}

/** Lets health speak before the door is shut, for this torment. */
export const drained = { DRAIN_SECONDS: '2' };

const torment: Torment = async ({ times = 5 }, say) =>
  onStage({ settings: drained }, async (stage) => {
    const seen: ShutDown[] = [];
    for (let at = 0; at < times; at++) {
      seen.push(await stopAmidWork(stage));
      await stage.start();
      say(`ended after ${seen.at(-1)?.ended?.toFixed(2)} s, ${seen.at(-1)?.broken.length} broken`);
    }
    const vain = await stopInVain(stage);
    return {
      title: 'The server is asked to stop',
      how: `SIGTERM ${times} times while an import of ${importedRows} rows, of which nobody waits for the answer any more, a publication through the API, a form and 8 new pages are under way, held by the lock that every publication takes; released after the server has stopped listening. Then once while an import can never end.`,
      columns: ['what', 'figure'],
      lines: [
        { what: 'stops amid work', values: [times] },
        {
          what: 'health says first',
          values: [[...new Set(seen.map(({ saidFirst }) => saidFirst))].join(', ')],
        },
        {
          what: 'everything is finished and the process ended with code 0 after s, at most',
          values: [Math.max(...seen.map(({ ended }) => ended ?? Number.NaN))],
        },
        {
          what: 'gives up work that does not end, and ends with code 1, after s',
          values: [vain.ended ?? 'never'],
        },
      ],
      broken: [
        ...seen.flatMap(({ broken }) => broken),
        ...vain.broken,
        ...(await wrongSearchNames(stage.databaseUrl)),
      ],
    };
  });
export default torment;
