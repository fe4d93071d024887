import { clients } from '@/database/client';
import {
  chooseForImport,
  endImportDraft,
  findImportDraft,
  keepImportDraft,
  largestUpload,
} from '@/editorial/import-drafts';
import { publish } from '@/editorial/publication';
import { importKinds } from '@/exchange/import/columns';
import { readTable, UnreadableTable } from '@/exchange/import/table-file';
import { planOfDraft } from '../../[lang]/editor/import/plan-of-draft';
import { answerFormOf, sentOn } from '../../form-request';

/** Takes a file, what its columns hold, and the word to import it. */
export function POST(request: Request): Promise<Response> {
  const copy = request.clone();
  return answerFormOf(request, 'publish', async ({ lang, field, fields }, person) => {
    const { current } = clients();
    const back = (said: string, why = '', draft: number | null = null) =>
      sentOn(
        lang,
        `/editor/import?said=${said}${draft === null ? '' : `&draft=${draft}`}${why === '' ? '' : `&why=${encodeURIComponent(why.slice(0, 300))}`}`,
      );
    if (field('do') === 'upload') {
      const file = (await copy.formData()).get('file');
      if (!(file instanceof File) || file.size === 0 || file.size > largestUpload) return back('file');
      const bytes = new Uint8Array(await file.arrayBuffer());
      try {
        await readTable(bytes, file.name);
      } catch (error) {
        if (error instanceof UnreadableTable) return back('unread', error.reason[lang]);
        throw error;
      }
      const id = await keepImportDraft(current, person.id, { name: file.name, bytes, kind: '', mapping: {} });
      return sentOn(lang, `/editor/import?draft=${id}`);
    }
    const draft = await findImportDraft(current, person.id, Number(field('draft')));
    if (!draft) return back('gone');
    if (field('do') === 'discard') {
      await endImportDraft(current, person.id, draft.id);
      return back('discarded');
    }
    if (field('do') === 'again') {
      const kind = importKinds.find((each) => each === field('kind')) ?? '';
      // Another kind has other fields: what was chosen for the old one says nothing.
      const mapping = kind === draft.kind || draft.kind === '' ? fields('column.') : {};
      await chooseForImport(current, { ...draft, kind, mapping });
      return sentOn(lang, `/editor/import?draft=${draft.id}`);
    }
    const plan = await planOfDraft(draft);
    const result = await publish(current, {
      origin: 'import',
      note: { zh: `导入 ${draft.name}`, en: `Imported ${draft.name}` },
      authorId: person.id,
      records: plan.records,
    });
    if (result.outcome === 'refused') {
      const [problem] = result.problems;
      return back(
        'refused',
        `${problem?.slug ?? ''} ${problem?.field ?? ''} ${problem?.reason[lang] ?? ''}`,
        draft.id,
      );
    }
    await endImportDraft(current, person.id, draft.id);
    return back(result.outcome === 'published' ? 'imported' : 'same');
  });
}
