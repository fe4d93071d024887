import { authSecret } from '@/accounts/secret';
import { clients } from '@/database/client';
import { may } from '@/domain/role';
import { endFormDraft, findFormDraft, isDraftKey, keepFormDraft } from '@/editorial/form-drafts';
import type { Problem } from '@/editorial/problem';
import { publish } from '@/editorial/publication';
import { accept, submit } from '@/editorial/review';
import type { ProposedRecord } from '@/editorial/validation';
import { isRecordKind } from '@/records/record';
import { submittedRecords } from '../../[lang]/editor/records/record-submission';
import { settled } from '../../[lang]/editor/records/settled';
import { ask } from '../../asking';
import { answerFormOf, refused, type SentForm, sentOn } from '../../form-request';

/** Where a record's form stands, without the language. */
function formPath(kind: string, slug: string): string {
  return `/editor/records/${kind}${slug === '' ? '' : `/${slug}`}`;
}

function readForm({ field, fields }: SentForm) {
  const baseVersion = Number(field('base'));
  return {
    kind: field('kind'),
    slug: field('slug'),
    baseVersion: Number.isInteger(baseVersion) && baseVersion >= 0 ? baseVersion : 0,
    draft: /^\d{1,9}$/.test(field('draft')) ? Number(field('draft')) : null,
    entries: fields('f.'),
  };
}

/** Publishes a record's form, sends it for review, keeps it as a draft, or retracts the record. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(
    request,
    'propose',
    async (form, person) => {
      const { lang, field } = form;
      const { current } = clients();
      const read = readForm(form);
      const { kind, slug, baseVersion, entries } = read;
      if (!isRecordKind(kind)) return refused(400, `There is no kind of record "${kind}".`);
      const path = formPath(kind, slug);
      const keep = (problems: Problem[]) =>
        keepFormDraft(current, person.id, read.draft, { kind, slug, baseVersion, entries, problems });
      const proposal = /^[1-9]\d{0,8}$/.test(field('proposal')) ? Number(field('proposal')) : null;
      const back = async (said: string, problems: Problem[] = []) => {
        const draft = await keep(problems);
        if (draft === null) return sentOn(lang, `${path}?said=large`);
        return sentOn(
          lang,
          `${path}?draft=${draft}&said=${said}${said === 'checked' ? '&check=1#effects' : ''}`,
        );
      };
      if (field('do') === 'discard') {
        if (read.draft !== null) await endFormDraft(current, person.id, read.draft);
        return sentOn(lang, '/editor?said=discarded');
      }
      if (field('do') === 'save') return back('saved');
      const note = field('note').trim().slice(0, 500);
      const wanted = { origin: 'form' as const, authorId: person.id };
      if (field('do') === 'retract') {
        const said = { zh: note || `撤回 ${slug}`, en: note || `${slug} retracted` };
        const records = [{ kind, slug, baseVersion, payload: null }];
        const draft = { ...wanted, note: said, records };
        const result = may(person.role, 'publish')
          ? await publish(current, draft)
          : await submit(current, draft);
        if (result.outcome === 'refused') return back('refused', result.problems);
        return sentOn(lang, `/editor?said=${result.outcome === 'open' ? 'proposed' : 'retracted'}`);
      }
      const made = await ask((facts) => submittedRecords(facts, { ...read, kind, lang }));
      if (made.unsourced) return back('source');
      if (made.future) return back('future');
      const records = await settled(current, made.records, form.fields('resolve.'));
      if (field('do') === 'check') return back('checked');
      const said = { zh: note || made.slug, en: note || made.slug };
      const draft = { ...wanted, note: said, records };
      const publishes = may(person.role, 'publish') && field('do') !== 'propose';
      const result = !publishes
        ? await submit(current, draft)
        : proposal === null
          ? await publish(current, draft)
          : await accept(current, proposal, person.id, await withTheRest(proposal, records));
      if (result.outcome === 'refused') {
        const own = made.records.length - 1;
        return back(
          'refused',
          result.problems.map((problem) => ({ ...problem, item: problem.item === own ? 0 : problem.item })),
        );
      }
      if (read.draft !== null && (await findFormDraft(current, person.id, read.draft)))
        await endFormDraft(current, person.id, read.draft);
      const outcome =
        result.outcome === 'published' ? 'published' : result.outcome === 'open' ? 'proposed' : 'same';
      const there = outcome === 'proposed' && slug === '' ? '/editor' : formPath(kind, made.slug);
      return sentOn(lang, `${there}?said=${outcome}`);
    },
    async (form) => {
      // The session has ended while somebody was writing: what they wrote is kept for them.
      const { current } = clients();
      const { kind, slug, baseVersion, draft, entries } = readForm(form);
      const author = Number(form.field('author'));
      const ours = await isDraftKey(current, await authSecret(), author, form.field('key'));
      if (!ours || !isRecordKind(kind)) return null;
      const kept = await keepFormDraft(current, author, draft, {
        kind,
        slug,
        baseVersion,
        entries,
        problems: [],
      });
      return kept === null ? null : `${formPath(kind, slug)}?draft=${kept}&said=kept`;
    },
  );
}

/** What a proposal wants beside the record that an editor has changed. */
async function withTheRest(
  proposalId: number,
  records: readonly ProposedRecord[],
): Promise<ProposedRecord[]> {
  const items = await clients().current.proposalItem.findMany({
    where: { proposalId },
    orderBy: { position: 'asc' },
  });
  const own = records.at(-1);
  const rest = items.slice(0, -1).filter(({ kind, slug }) => kind !== own?.kind || slug !== own?.slug);
  return [...rest, ...records];
}
