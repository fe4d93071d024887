import type { ReactNode } from 'react';
import { sortedBy as sortedIn } from '@/app/list-page';
import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import { models as list } from '@/lists/models/definition';
import { type ModelState, modelColumns, modelParameters } from '@/lists/models/parameters';
import type { Field } from '@/records/book';
import { TierBadge, VendorBadge } from '@/ui/badges';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FieldValue, isNothingSaid } from '@/ui/field-value';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';

type Props = {
  lang: Lang;
  models: readonly ModelInFull[];
  /** Heads that sort, for the list; without it the order is fixed. */
  state?: ModelState;
  /** Leave the vendor out where it is the same for all. */
  ofOneVendor?: boolean;
  caption?: string;
};

/** Models, one a row. */
export function ModelTable({ lang, models, state, ofOneVendor = false, caption }: Props) {
  const words = modelWords[lang];
  const sortedBy = (sort: ModelState['sort'], direction: 'ascending' | 'descending') =>
    sortedIn(lang, list, state, sort, direction);
  const columns: Column<ModelInFull>[] = [
    {
      key: 'name',
      header: words.name,
      ...sortedBy('name', 'ascending'),
      cell: ({ id, slug, name, memberOf, evidence }) => (
        <>
          <Value
            evidence={
              <EvidenceMark lang={lang} id={`model-${id}`} evidence={evidence} inFull={`/models/${slug}`} />
            }
          >
            <a href={href(lang, `/models/${slug}`)}>{name[lang]}</a>
          </Value>
          {memberOf === null ? null : (
            <span className="block text-muted text-small">{memberOf.name[lang]}</span>
          )}
        </>
      ),
    },
    ...Object.entries(modelColumns).map(
      ([key, { key: name, field }]): Column<ModelInFull> => ({
        key,
        header: field.label[lang],
        ...(field.as === 'number' ? { align: 'end' } : {}),
        ...(sortOf(key) === null
          ? {}
          : sortedBy(sortOf(key) ?? 'name', key === 'vendor' ? 'ascending' : 'descending')),
        cell: (model) => cell(lang, name, field, model),
      }),
    ),
  ];
  // A column in which nothing is known says nothing; the page of each model says that it is unknown.
  const telling = (key: string) => {
    if (key === 'vendor') return !ofOneVendor;
    if (key === 'tier') return !ofOneVendor || new Set(models.map(({ tier }) => tier)).size > 1;
    const column = modelColumns[key];
    return column === undefined || models.some((model) => !isNothingSaid(valueIn(model, column.key)));
  };
  const wanted = state?.columns ?? [];
  const isShown = (key: string) =>
    wanted.length === 0 ? telling(key) : key === 'name' || wanted.includes(key);
  return (
    <DataTable
      caption={caption ?? words.caption}
      captionHidden
      stack
      sparse
      columns={columns.filter(({ key }) => isShown(key))}
      rows={models}
      rowKey={({ slug }) => slug}
    />
  );
}

/** The order of the list that a column stands for. */
function sortOf(key: string): ModelState['sort'] | null {
  return (
    (modelParameters.sort.options.find(({ value }) => value === key)?.value as ModelState['sort'] | null) ??
    null
  );
}

function valueIn(model: ModelInFull, key: string): unknown {
  return (model as unknown as Record<string, unknown>)[key];
}

function cell(lang: Lang, key: string, field: Field, model: ModelInFull): ReactNode {
  const { vendor, tier } = model;
  if (key === 'vendor')
    return (
      <VendorBadge slug={vendor.slug} name={vendor.name[lang]} href={href(lang, `/vendors/${vendor.slug}`)} />
    );
  if (key === 'tier') return <TierBadge lang={lang} tier={tier} />;
  const value = valueIn(model, key);
  if (!isNothingSaid(value)) return <FieldValue lang={lang} field={field} value={value} />;
  // A general model has no industry, and only a mixture has parameters that do not all work; of others it is not known.
  return field.expected || (key === 'industries' && tier === 'industry') ? (
    <Unknown lang={lang} why="unknown" />
  ) : (
    <span className="nothing">—</span>
  );
}
