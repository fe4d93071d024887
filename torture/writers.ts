import type pg from 'pg';
import type { Chance } from './chance';
import { type Stage, sendForm } from './stage';
import { pause } from './waiting';

export const ways = ['api', 'form', 'import', 'share'] as const;
export type Way = (typeof ways)[number];

/** One write that was sent, and what is known of it. */
interface Attempt {
  way: Way;
  /** Says which it was; of a short link: its code, once it is known. */
  mark: string;
  /** The records that it brings or changes, all of them or none. */
  records: number;
  /** Only changes records that are there already. */
  changes: boolean;
  acknowledged: boolean;
}

/** What was written, and what was promised of it. */
export class Ledger {
  readonly attempts: Attempt[] = [];
  #checked = 0;

  get acknowledged(): number {
    return this.attempts.filter(({ acknowledged }) => acknowledged).length;
  }

  acknowledgedBy(way: Way): number {
    return this.attempts.filter((each) => each.way === way && each.acknowledged).length;
  }

  /** What is not so in the database, of everything that was written since the last look; `all` looks at everything. */
  async broken(db: pg.Client, all = false): Promise<string[]> {
    // As they stand now: one that is acknowledged while the database is asked was not yet there when it was.
    const looked = this.attempts.slice(all ? 0 : this.#checked).map((each) => ({ ...each }));
    this.#checked = this.attempts.length;
    const { rows } = await db.query<{ mark: string; editions: number; records: number }>(
      `SELECT e.note_en AS mark, count(DISTINCT e.number)::int AS editions,
         count(DISTINCT c.record_id) FILTER (WHERE strpos(c.after::text, regexp_replace(e.note_en, '^Imported (.*)[.]csv$', '\\1')) > 0)::int AS records
       FROM edition e JOIN change c ON c.edition = e.number WHERE e.note_en = ANY($1) GROUP BY e.note_en`,
      [looked.map(({ mark }) => mark)],
    );
    const found = new Map(rows.map((row) => [row.mark, row]));
    const { rows: shares } = await db.query<{ code: string }>('SELECT code FROM share WHERE code = ANY($1)', [
      looked.filter(({ way }) => way === 'share').map(({ mark }) => mark),
    ]);
    const codes = new Set(shares.map(({ code }) => code));
    return looked.flatMap(({ way, mark, records, acknowledged }) => {
      if (way === 'share')
        return acknowledged && !codes.has(mark)
          ? [`the short link ${mark} was promised and is not there`]
          : [];
      const there = found.get(mark);
      if (acknowledged && !there) return [`${way} "${mark}" was acknowledged and is not there`];
      if (there && there.editions !== 1) return [`${way} "${mark}" stands in ${there.editions} editions`];
      if (there && there.records !== records)
        return [`${way} "${mark}" brought ${there.records} of its ${records} records`];
      return [];
    });
  }
}

let marks = 0;
/** Words that no other write has. */
function newMark(way: Way): string {
  marks += 1;
  return `torment-${way}-${process.pid}-${marks}`;
}

const cited = [{ source: 'article', kind: 'claimed' }];

/** The version of a record that a change has to name: 0 where there is none yet, null where nobody could say. */
async function versionOf(stage: Stage, kind: string, slug: string): Promise<number | null> {
  const known = await fetch(`${stage.site}/api/v1/records/${kind}/${slug}`);
  if (known.ok) return ((await known.json()) as { version: number }).version;
  return known.status === 404 ? 0 : null;
}

/** A new industry with the mark in its name, and a change of an organization that others change too. */
async function throughApi(stage: Stage, chance: Chance, attempt: Attempt): Promise<boolean> {
  const { mark } = attempt;
  const slug = `tormented-${chance.between(1, 4)}`;
  const baseVersion = await versionOf(stage, 'organization', slug);
  if (baseVersion === null) return false;
  const industry = {
    kind: 'industry',
    slug: mark,
    baseVersion: 0,
    payload: { slug: mark, name: { zh: mark, en: mark }, citations: cited },
  };
  const name = { zh: `折磨 ${slug}`, en: `Tormented ${slug}` };
  const answer = await fetch(`${stage.site}/api/v1/proposals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      note: mark,
      publish: true,
      records: [
        ...(attempt.changes ? [] : [industry]),
        {
          kind: 'organization',
          slug,
          baseVersion,
          payload: {
            slug,
            name,
            kind: 'startup',
            roles: ['vendor'],
            note: { zh: mark, en: mark },
            citations: cited,
          },
        },
      ],
    }),
  });
  const told = (await answer.json()) as { state?: string };
  return answer.status === 200 && told.state === 'published';
}

/** The industry whose name an editor changes again and again. */
const renamed = 'mining';

/** A new industry, or a new name of one, as an editor enters it. */
async function throughForm(stage: Stage, _: Chance, { mark, changes }: Attempt): Promise<boolean> {
  const base = changes ? await versionOf(stage, 'industry', renamed) : 0;
  if (base === null) return false;
  const answer = await sendForm(stage, '/api/records', {
    ...formOf(mark),
    ...(changes ? { slug: renamed, base: String(base) } : {}),
    do: 'publish',
  });
  await answer.text();
  return answer.status === 303 && /said=published/.test(answer.headers.get('location') ?? '');
}

/** The fields of a new industry's form. */
export function formOf(mark: string): Record<string, string> {
  return {
    lang: 'en',
    kind: 'industry',
    slug: '',
    base: '0',
    note: mark,
    'f.name.zh': mark,
    'f.name.en': mark,
    'f.citations.0.source': 'article',
    'f.citations.0.kind': 'claimed',
  };
}

/** Sends a table of sources and returns the address of its draft; null where it was not taken. */
export async function uploadTable(stage: Stage, name: string, rows: number): Promise<string | null> {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${name} ${at},https://torment.example/${name}/${at},Torment Press,2024-05-06`,
  );
  const form = new FormData();
  form.set('lang', 'en');
  form.set('do', 'upload');
  form.set('file', new Blob([`title,url,publisher,published\n${lines.join('\n')}\n`]), `${name}.csv`);
  const taken = await sendForm(stage, '/api/import', form);
  await taken.text();
  const draft = /draft=(\d+)/.exec(taken.headers.get('location') ?? '')?.[1];
  return taken.status === 303 && draft ? draft : null;
}

/** Says what the table holds, and imports it; where the browser is sent to. */
export async function importDraft(stage: Stage, draft: string): Promise<string> {
  const chosen = await sendForm(stage, '/api/import', { lang: 'en', draft, do: 'again', kind: 'source' });
  await chosen.text();
  const answer = await sendForm(stage, '/api/import', { lang: 'en', draft, do: 'import' });
  await answer.text();
  return answer.status === 303 ? (answer.headers.get('location') ?? '') : '';
}

async function throughImport(stage: Stage, _: Chance, attempt: Attempt): Promise<boolean> {
  const name = attempt.mark;
  attempt.mark = `Imported ${name}.csv`;
  const draft = await uploadTable(stage, name, attempt.records);
  return draft !== null && /said=imported/.test(await importDraft(stage, draft));
}

const vendors = ['baidu', 'huawei', 'alibaba', 'tencent', 'sensetime', 'bytedance', 'iflytek', 'openai'];

async function throughShare(stage: Stage, chance: Chance, attempt: Attempt): Promise<boolean> {
  const chosen = vendors.filter(() => chance.next() < 0.5);
  const answer = await sendForm(
    stage,
    '/api/shares',
    {
      lang: 'en',
      path: '/charts/models-by-vendor',
      query: chosen.length > 0 ? `vendors=${chosen.join('~')}` : '',
      kind: chance.next() < 0.25 ? 'pinned' : 'live',
    },
    { accept: 'application/json' },
  );
  const { code } = (await answer.json()) as { code?: string };
  attempt.mark = code ?? attempt.mark;
  return answer.status === 201 && code !== undefined;
}

const through: Record<Way, (stage: Stage, chance: Chance, attempt: Attempt) => Promise<boolean>> = {
  api: throughApi,
  form: throughForm,
  import: throughImport,
  share: throughShare,
};

/** Those who write at the same time. */
export interface Writers {
  /** Writes that were sent and not answered yet. */
  underway: () => number;
  /** Resolves when every write that was begun is answered, or has failed. */
  stop: () => Promise<void>;
}

/**
 * Lets so many write without a pause, each in its way, and keeps a ledger of it. Those who only change leave as many
 * records as they found; imports and short links are always new.
 */
export function startWriters(
  stage: Stage,
  ledger: Ledger,
  chance: Chance,
  crowd: Record<Way, number>,
  changes = false,
): Writers {
  let stopped = false;
  let underway = 0;
  const write = async (way: Way) => {
    while (!stopped) {
      const records = way === 'import' ? chance.between(5, 60) : way === 'api' && !changes ? 2 : 1;
      const attempt: Attempt = { way, mark: newMark(way), records, changes, acknowledged: false };
      ledger.attempts.push(attempt);
      underway += 1;
      attempt.acknowledged = await through[way](stage, chance, attempt).catch(() => false);
      underway -= 1;
      // A server that is gone refuses within a millisecond; nobody asks a thousand times a second.
      if (!attempt.acknowledged) await pause(50);
    }
  };
  const writing = ways.flatMap((way) => Array.from({ length: crowd[way] }, () => write(way)));
  return {
    underway: () => underway,
    stop: async () => {
      stopped = true;
      await Promise.all(writing);
    },
  };
}
