import { clients } from '@/database/client';
import {
  cancelImport,
  chooseForImport,
  endImportDraft,
  findImportDraft,
  forgetProgress,
  importProgress,
  keepImportDraft,
  keepMapping,
  keptMapping,
  largestUpload,
} from '@/editorial/import-drafts';
import { importKinds } from '@/exchange/import/columns';
import { openFile } from '@/exchange/import/open-file';
import { orUnreadable } from '@/exchange/import/unreadable-table';
import { runImport } from '../../[lang]/editor/import/run-import';
import { answerFormOf, sentOn } from '../../form-request';

/** How long a browser waits for an import before it is shown how far it is, in milliseconds. */
const patience = 2500;

/** Takes a file, what its columns hold, and the word to import it. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'publish', async ({ lang, field, fields, file: sent }, person) => {
    const { current } = clients();
    const back = (said: string, why = '', draft: number | null = null) =>
      sentOn(
        lang,
        `/editor/import?said=${said}${draft === null ? '' : `&draft=${draft}`}${why === '' ? '' : `&why=${encodeURIComponent(why.slice(0, 300))}`}`,
      );
    if (field('do') === 'upload') {
      const file = sent('file');
      if (file === null || file.size === 0 || file.size > largestUpload) return back('file');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await orUnreadable(openFile(bytes, file.name));
      if (opened instanceof Error) return back('unread', opened.reason[lang]);
      const kept =
        'exported' in opened ? { kind: '', mapping: {} } : await keptMapping(current, opened.table.headers);
      const draft = { name: file.name, bytes, ...kept, duplicates: false };
      return sentOn(lang, `/editor/import?draft=${await keepImportDraft(current, person.id, draft)}`);
    }
    const draft = await findImportDraft(current, person.id, Number(field('draft')));
    if (!draft) return back('gone');
    const here = `/editor/import?draft=${draft.id}`;
    switch (field('do')) {
      case 'discard':
        await endImportDraft(current, person.id, draft.id);
        return back('discarded');
      case 'cancel':
        await cancelImport(current, draft.id);
        return sentOn(lang, here);
      case 'look-again':
        await forgetProgress(current, draft.id);
        return sentOn(lang, here);
      case 'again': {
        const kind = importKinds.find((each) => each === field('kind')) ?? '';
        // Another kind has other fields: what was chosen for the old one says nothing.
        const mapping = kind === draft.kind || draft.kind === '' ? fields('column.') : {};
        const chosen = { ...draft, kind, mapping, duplicates: field('duplicates') === 'yes' };
        await chooseForImport(current, chosen);
        if (field('keep') === 'yes') {
          const opened = await orUnreadable(openFile(draft.bytes, draft.name));
          // The page that comes next says why it cannot be read.
          if ('table' in opened) await keepMapping(current, opened.table.headers, chosen);
        }
        return sentOn(lang, here);
      }
    }
    const going = await importProgress(current, draft.id);
    if (going !== null && going.refused === null) return sentOn(lang, here);
    await forgetProgress(current, draft.id);
    const running = runImport(draft, person.id, lang);
    const ended = await Promise.race([running, waited(patience)]);
    return ended === null ? sentOn(lang, here) : back(ended.said, ended.why, ended.draft);
  });
}

function waited(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
}
