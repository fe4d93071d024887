import { clients } from '@/database/client';
import type { ImportDraft } from '@/editorial/import-drafts';
import { importKinds } from '@/exchange/import/columns';
import type { ImportPlan } from '@/exchange/import/plan';
import { planFile } from '@/exchange/import/plan-file';

/** What importing a file would do to the facts as they stand. */
export async function planOfDraft({ name, bytes, kind, mapping }: ImportDraft): Promise<ImportPlan> {
  const chosen = importKinds.find((each) => each === kind);
  return clients().current.$transaction(
    (db) =>
      planFile({ edition: 0, published: null, db }, bytes, {
        file: name,
        mapping,
        ...(chosen ? { kind: chosen } : {}),
      }),
    { isolationLevel: 'RepeatableRead', timeout: 120_000 },
  );
}
