import { clients } from '@/database/client';
import type { ImportDraft } from '@/editorial/import-drafts';
import { importKinds } from '@/exchange/import/columns';
import { importFile } from '@/exchange/import/import-file';
import type { ImportWishes } from '@/exchange/import/plan';
import type { Imported } from '@/exchange/import/planning/planned-row';
import { orUnreadable, type UnreadableTable } from '@/exchange/import/unreadable-table';

/** What was chosen for a file. */
export function wishesOf({ name, kind, mapping, duplicates }: ImportDraft): ImportWishes {
  const chosen = importKinds.find((each) => each === kind);
  const chose = Object.keys(mapping).length > 0;
  return { file: name, duplicates, ...(chose ? { mapping } : {}), ...(chosen ? { kind: chosen } : {}) };
}

/**
 * What importing a file would do to the facts as they stand, or why it cannot be read: also a file that was read when it was
 * sent may not be, while many others are.
 */
export async function planOfDraft(draft: ImportDraft): Promise<Imported | UnreadableTable> {
  const plan = await orUnreadable(
    importFile(clients().current, draft.bytes, wishesOf(draft), { head: null }),
  );
  return plan instanceof Error ? plan : plan.imported;
}
