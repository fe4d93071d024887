import { clients } from '@/database/client';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import { type ParticipationRole, participationRoles } from '@/domain/records/funding-event';
import { may } from '@/domain/role';
import { findNewsDraft, finishNewsEvent } from '@/editorial/news-drafts';
import { recordsOfNews } from '@/editorial/news-records';
import { publish } from '@/editorial/publication';
import { submit } from '@/editorial/review';
import { newsRoles } from '@/i18n/news';
import { ask } from '../../../asking';
import { answerFormOf, sentOn } from '../../../form-request';

/** '红杉中国 / 领投' or 'Sequoia China / lead'; a role that is none of ours is part of the name. */
function investorOf(line: string): { name: string; role: ParticipationRole | null } {
  const [, name = line, written = ''] = /^(.*?)\s*[/／]\s*([^/／]+)$/.exec(line) ?? [];
  const role = participationRoles.find((each) => {
    const { zh, en }: { zh: string; en: string } = newsRoles[each];
    return [zh, en].includes(written.trim().toLowerCase());
  });
  return role ? { name: name.trim(), role } : { name: line.trim(), role: null };
}

/** Publishes one event of a draft, or sends it for review where its author may not publish. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const { current } = clients();
    const text = (name: string) => field(name).trim();
    const draft = await findNewsDraft(current, person.id, Number(text('draft')));
    if (!draft) return sentOn(lang, '/editor/news?said=gone');
    const at = Number(text('at'));
    const back = (said: string, more = '') =>
      sentOn(lang, `/editor/news?draft=${draft.id}&said=${said}&at=${at}${more}#event-${at}`);
    const { names, taken } = await ask(async (facts) => ({
      names: await namesOfOrganizations(facts),
      taken: await facts.db.$queryRaw<{ slug: string }[]>`SELECT slug FROM public.record`,
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
      },
    );
    if ('problem' in made) return back(made.problem);
    const note = {
      zh: `${text('company')} ${text('round')}`.trim(),
      en: `${text('company')} ${text('round')}`.trim(),
    };
    const wanted = { origin: 'news' as const, note, authorId: person.id, records: made.records };
    const result = may(person.role, 'publish')
      ? await publish(current, wanted)
      : await submit(current, wanted);
    if (result.outcome === 'refused') {
      const [problem] = result.problems;
      const why = `${problem?.field ?? ''} ${problem?.reason[lang] ?? ''}`.trim().slice(0, 300);
      return back('refused', `&why=${encodeURIComponent(why)}`);
    }
    await finishNewsEvent(current, draft, at);
    if (result.outcome === 'unchanged') return back('same');
    return back(result.outcome === 'published' ? 'published' : 'proposed', `&event=${made.event}`);
  });
}
