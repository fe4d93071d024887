import type { Lang } from '@/domain/bilingual';
import type { FieldChange } from '@/domain/field-changes';
import { fieldText } from '@/i18n/record-fields';
import { fieldName } from '@/records/books';
import type { RecordKind } from '@/records/record';

type Props = { lang: Lang; kind: RecordKind; changes: readonly FieldChange[]; before: string; after: string };

/** Two versions of a record, field by field. */
export function FieldDifference({ lang, kind, changes, before, after }: Props) {
  return (
    <table className="table field-difference">
      <thead>
        <tr>
          <td />
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{fieldName(kind, change.field, lang)}</th>
            <td>
              <del>{fieldText(kind, change.field, change.before, lang)}</del>
            </td>
            <td>
              <ins>{fieldText(kind, change.field, change.after, lang)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
