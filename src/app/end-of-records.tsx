import { completeness, type DatedKind } from '@/database/queries/completeness';
import type { Lang } from '@/domain/bilingual';
import { howCompleteOf } from '@/domain/how-complete';
import { howCompleteText } from '@/i18n/how-complete';
import { ask } from './asking';

/** Where a list of dated records ends: how complete all records of the kind are, whatever the list is filtered by. */
export async function EndOfRecords({ lang, kind }: { lang: Lang; kind: DatedKind }) {
  const found = (await ask(completeness)).find((each) => each.kind === kind);
  return found ? <p className="table-note">{howCompleteText(howCompleteOf(found), lang)}</p> : null;
}
