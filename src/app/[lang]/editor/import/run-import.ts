import { clients } from '@/database/client';
import type { Lang } from '@/domain/bilingual';
import { keepUnderway } from '@/domain/underway';
import { endImportDraft, type ImportDraft, tellProgress } from '@/editorial/import-drafts';
import { importFile } from '@/exchange/import/import-file';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { wishesOf } from './plan-of-draft';

/** What became of an import: a word of `importOutcomes`, and the draft where it is still there. */
export interface EndedImport {
  said: 'imported' | 'same' | 'refused';
  why: string;
  draft: number | null;
}

/**
 * Imports a draft, saying how far it is, and ends when somebody asks for it. It goes on when nobody waits any more: the
 * page finds out from what was said. A server that is asked to stop finishes it, or takes it back where it lasts too long.
 */
export function runImport(draft: ImportDraft, personId: number, lang: Lang): Promise<EndedImport> {
  const stop = new AbortController();
  return keepUnderway(importDraft(draft, personId, lang, stop), () => stop.abort());
}

async function importDraft(
  draft: ImportDraft,
  personId: number,
  lang: Lang,
  stop: AbortController,
): Promise<EndedImport> {
  const { current } = clients();
  const tell = async (rows: number, of: number, refused: string | null = null) => {
    if (await tellProgress(current, draft.id, { rows, of, refused })) stop.abort();
  };
  await tell(0, 0);
  // One word after the other, so that the last one stays.
  let telling = Promise.resolve();
  const refusedFor = async (why: string): Promise<EndedImport> => {
    await telling;
    await tell(0, 0, why);
    return { said: 'refused', why, draft: draft.id };
  };
  try {
    const { publication } = await importFile(current, draft.bytes, wishesOf(draft), {
      head: {
        origin: 'import',
        note: { zh: `导入 ${draft.name}`, en: `Imported ${draft.name}` },
        authorId: personId,
      },
      progress: (rows, size) => {
        telling = telling.then(() => tell(rows, size)).catch(() => {});
      },
      keeps: () => false,
      signal: stop.signal,
    });
    if (publication?.outcome === 'refused') {
      const [problem] = publication.problems;
      return await refusedFor(
        `${problem?.slug ?? ''} ${problem?.field ?? ''} ${problem?.reason[lang] ?? ''}`.trim(),
      );
    }
    await telling;
    await endImportDraft(current, personId, draft.id);
    return { said: publication?.outcome === 'published' ? 'imported' : 'same', why: '', draft: null };
  } catch (error) {
    if (error instanceof UnreadableTable) return refusedFor(error.reason[lang]);
    console.error(error);
    return refusedFor(
      lang === 'zh'
        ? '写入时出错，没有写入任何内容，请重试'
        : 'Writing failed; nothing was written. Try again.',
    );
  }
}
