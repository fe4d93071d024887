import { clients } from '@/database/client';
import type { ImportDraft } from '@/editorial/import-drafts';
import { importKinds } from '@/exchange/import/columns';
import { type ImportPlan, planImport } from '@/exchange/import/plan';
import { readTable } from '@/exchange/import/table-file';

/** What importing a file would do to the facts as they stand. */
export async function planOfDraft({ name, bytes, kind, mapping }: ImportDraft): Promise<ImportPlan> {
  const table = await readTable(bytes, name);
  const chosen = importKinds.find((each) => each === kind);
  return clients().current.$transaction(
    (db) =>
      planImport({ edition: 0, published: null, db }, table, {
        file: name,
        mapping,
        ...(chosen ? { kind: chosen } : {}),
      }),
    { isolationLevel: 'RepeatableRead', timeout: 120_000 },
  );
}
