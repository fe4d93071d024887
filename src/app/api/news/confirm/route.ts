import { ask } from '@/app/asking';
import { answerFormOf, sentOn } from '@/app/form-request';
import type { Person } from '@/app/session';
import { clients } from '@/database/client';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import type { Lang } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { may } from '@/domain/role';
import { findNewsDraft, updateNewsDraft } from '@/editorial/news-drafts';
import { recordsOfNews } from '@/editorial/news-records';
import { publish } from '@/editorial/publication';
import { submit } from '@/editorial/review';
import { newsRoles } from '@/i18n/news';
import { type ParticipationRole, participationRoles } from '@/records/funding-event/schema';

const twoNames = linear(/^(.*?)\s*[/／]\s*([^/／]+)$/);

/** '红杉中国 / 领投' or 'Sequoia China / lead'; a role that is none of ours is part of the name. */
function investorOf(line: string): { name: string; role: ParticipationRole | null } {
  const [, name = line, written = ''] = twoNames.exec(line) ?? [];
  const role = participationRoles.find((each) => {
    const { zh, en }: { zh: string; en: string } = newsRoles[each];
    return [zh, en].includes(written.trim().toLowerCase());
  });
  return role ? { name: name.trim(), role } : { name: line.trim(), role: null };
}

/** What became of one event. `why` goes on where the outcome's words end. */
interface Outcome {
  said: string;
  why: string;
}

/** Publishes the events of a draft, one or all, or sends them for review where their author may not publish. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field, fields }, person) => {
    const { current } = clients();
    const draft = await findNewsDraft(current, person.id, Number(field('draft')));
    if (!draft) return sentOn(lang, '/editor/news?said=gone');
    const entries = fields('e.');
    const sent = [...new Set(Object.keys(entries).map((name) => Number(name.split('.')[0])))];
    const only = field('only');
    const wanted = sent.filter(
      (at) => Number.isInteger(at) && !draft.done.includes(at) && (only === 'all' || only === String(at)),
    );
    const done = [...draft.done];
    const kept: Record<string, string> = { ...draft.entries, ...entries };
    const outcomes: Outcome[] = [];
    for (const at of wanted) {
      const own = (name: string) => (entries[`${at}.${name}`] ?? '').trim();
      const outcome = await confirmed(own, person, lang);
      outcomes.push(outcome);
      kept[`${at}.problem`] = '';
      if (['published', 'proposed', 'same'].includes(outcome.said)) done.push(at);
      else {
        kept[`${at}.problem`] = outcome.said;
        kept[`${at}.why`] = outcome.why;
      }
    }
    await updateNewsDraft(current, person.id, draft.id, done, kept);
    const wrong = outcomes.filter(({ said }) => !['published', 'proposed', 'same'].includes(said));
    const [first] = outcomes.length === 1 ? outcomes : wrong;
    const said = wrong.length > 1 ? 'some' : (first?.said ?? outcomes[0]?.said ?? 'kept');
    const why = said === 'refused' ? `&why=${encodeURIComponent(first?.why ?? '')}` : '';
    const next = sent.find((at) => !done.includes(at));
    const place = next === undefined ? '' : `#event-${next}`;
    return sentOn(lang, `/editor/news?draft=${draft.id}&said=${said}${why}${place}`);
  });
}

/** Publishes one event, or sends it for review. */
async function confirmed(text: (name: string) => string, person: Person, lang: Lang): Promise<Outcome> {
  const { current } = clients();
  const { names, taken, sources } = await ask(async (facts) => ({
    names: await namesOfOrganizations(facts),
    taken: await facts.db.$queryRaw<{ slug: string }[]>`SELECT slug FROM public.record`,
    sources: await facts.db.$queryRaw<{ slug: string; url: string }[]>`
      SELECT slug, url FROM source WHERE url = ${text('source-url')} AND url <> ''`,
  }));
  const made = recordsOfNews(
    {
      organization: text('organization'),
      company: text('company'),
      round: text('round'),
      amount: text('amount'),
      currency: text('currency'),
      valuation: text('valuation'),
      announced: text('announced'),
      investors: text('investors')
        .split(/\r?\n/)
        .flatMap((line) => (line.trim() === '' ? [] : [investorOf(line.trim())])),
      source: {
        slug: text('source'),
        title: text('source-title'),
        url: text('source-url'),
        publisher: text('source-publisher'),
        published: text('announced'),
        language: lang,
      },
    },
    {
      organizations: new Map([...names].reverse().map(({ name, slug }) => [name.toLowerCase(), slug])),
      taken: new Set(taken.map(({ slug }) => slug)),
      sources: new Map(sources.map(({ slug, url }) => [url, slug])),
      today: new Date().toISOString().slice(0, 10),
    },
  );
  if ('problem' in made) return { said: made.problem, why: '' };
  const title = `${text('company')} ${text('round')}`.trim();
  const wanted = {
    origin: 'news' as const,
    note: { zh: title, en: title },
    authorId: person.id,
    records: made.records,
  };
  const result = may(person.role, 'publish') ? await publish(current, wanted) : await submit(current, wanted);
  if (result.outcome === 'refused') {
    const [problem] = result.problems;
    return {
      said: 'refused',
      why: `${problem?.field ?? ''} ${problem?.reason[lang] ?? ''}`.trim().slice(0, 300),
    };
  }
  if (result.outcome === 'unchanged') return { said: 'same', why: '' };
  return { said: result.outcome === 'published' ? 'published' : 'proposed', why: '' };
}
