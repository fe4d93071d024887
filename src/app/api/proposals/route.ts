import { clients } from '@/database/client';
import type { Lang } from '@/domain/bilingual';
import { keepFormDraft } from '@/editorial/form-drafts';
import { formFieldsOf } from '@/editorial/record-fields';
import { entriesOf } from '@/editorial/record-form';
import { accept, decline } from '@/editorial/review';
import { isRecordKind } from '@/records/record';
import { answerFormOf, sentOn } from '../../form-request';

/** Proposals that are accepted in one go. */
const mostAtOnce = 100;

/** Decides proposals that wait: accepts one or many, opens one in a form, or declines it with a reason. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'publish', async ({ lang, field, texts }, person) => {
    const { current } = clients();
    const id = Number(field('id'));
    const done = (said: string, why = '') =>
      sentOn(lang, `/editor/proposals?said=${said}${why === '' ? '' : `&why=${encodeURIComponent(why)}`}`);
    if (field('do') === 'accept-chosen') {
      const chosen = texts('chosen').flatMap((each) => (/^\d{1,9}$/.test(each) ? [Number(each)] : []));
      const wrong: string[] = [];
      for (const each of chosen.slice(0, mostAtOnce)) {
        const why = await accepted(each, person.id, lang);
        if (why !== null && why !== '') wrong.push(why);
      }
      return wrong.length > 0 ? done('refused', wrong.slice(0, 3).join(' ')) : done('published');
    }
    if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return done('decided');
    if (field('do') === 'decline') {
      const proposal = await current.proposal.findUnique({ where: { id }, select: { origin: true } });
      const reason = field('reason').trim().slice(0, 500);
      // A reader's report has nobody to tell the reason to.
      if (reason === '' && proposal?.origin !== 'report') return done('reason');
      return done((await decline(current, id, person.id, reason)) ? 'declined' : 'decided');
    }
    if (field('do') === 'edit') {
      const proposal = await current.proposal.findFirst({
        where: { id, state: 'open' },
        include: { items: { orderBy: { position: 'asc' } } },
      });
      const own = proposal?.items.at(-1);
      if (!own?.payload || !isRecordKind(own.kind)) return done('decided');
      const kind = own.kind;
      const slug = own.baseVersion === 0 ? '' : own.slug;
      const draft = await keepFormDraft(current, person.id, null, {
        kind,
        slug,
        baseVersion: own.baseVersion,
        entries: entriesOf(formFieldsOf(kind), own.payload as Record<string, unknown>),
        problems: [],
      });
      const path = `/editor/records/${kind}${slug === '' ? '' : `/${slug}`}`;
      return sentOn(lang, `${path}?draft=${draft}&proposal=${id}`);
    }
    const why = await accepted(id, person.id, lang);
    if (why === null) return done('unchanged');
    return why === '' ? done('published') : done('refused', why);
  });
}

/** Accepts a proposal: '' if it is published, null if it says what stands already, else why not. */
async function accepted(id: number, deciderId: number, lang: Lang): Promise<string | null> {
  const { current } = clients();
  const proposal = await current.proposal.findFirst({
    where: { id, state: 'open' },
    include: { items: true },
  });
  if (!proposal || proposal.items.length === 0)
    return lang === 'zh' ? '已经有人处理过了。' : 'Somebody has decided it already.';
  const result = await accept(current, id, deciderId);
  if (result.outcome === 'published') return '';
  if (result.outcome === 'unchanged') {
    await decline(current, id, deciderId, '');
    return null;
  }
  return result.problems
    .slice(0, 3)
    .map(({ slug, field, reason }) => `${[slug, field].filter(Boolean).join(' ')} ${reason[lang]}`)
    .join(' ')
    .slice(0, 300);
}
