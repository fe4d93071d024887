import { searchedKinds, searchRecords } from '@/database/queries/search-records';
import type { Facts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import { futureField } from '@/editorial/future-dates';
import type { FormField } from '@/editorial/record-fields';
import { formFieldsOf } from '@/editorial/record-fields';
import { type FormEntries, payloadOfForm } from '@/editorial/record-form';
import { slugFrom } from '@/editorial/slug-from-name';
import type { ProposedRecord } from '@/editorial/validation';
import type { RecordKind } from '@/records/record';

/** Inputs of a source that is entered together with the record stand among the form's under this name. */
export const newSource = '~source.';
export const newSourceInputs = ['title', 'url', 'publisher', 'published'] as const;

/** What a sent form wants: the record, and before it its source where that is new. */
export interface Submitted {
  records: ProposedRecord[];
  kind: RecordKind;
  slug: string;
  /** No source is named: nothing may be published so. */
  unsourced: boolean;
  /** It says that something happened after today. A forecast may. */
  future: boolean;
}

/** Makes records of what stands in a form. Names that stand where a slug belongs are looked up. */
export async function submittedRecords(
  facts: Facts,
  form: {
    kind: RecordKind;
    /** The record that is edited; '' for a new one. */
    slug: string;
    baseVersion: number;
    entries: FormEntries;
    lang: 'zh' | 'en';
  },
): Promise<Submitted> {
  const fields = formFieldsOf(form.kind);
  const payload = await withSlugs(facts, fields, payloadOfForm(fields, form.entries));
  const taken = new Set(
    (await facts.db.$queryRaw<{ slug: string }[]>`SELECT slug FROM public.record`).map(({ slug }) => slug),
  );
  const records: ProposedRecord[] = [];
  const [title = null, url, publisher, published] = newSourceInputs.map(
    (name) => form.entries[newSource + name]?.trim() || null,
  );
  const [there] =
    url === null
      ? []
      : await facts.db.$queryRaw<
          { slug: string }[]
        >`SELECT slug FROM source WHERE url = ${url ?? ''} LIMIT 1`;
  if (there) citeIn(payload, there.slug);
  else if (title !== null) {
    const slug = slugFrom(title, taken);
    taken.add(slug);
    records.push({
      kind: 'source',
      slug,
      baseVersion: 0,
      payload: { slug, title, url, publisher, published, language: form.lang },
    });
    citeIn(payload, slug);
  }
  const slug = form.slug || String(payload.slug ?? '') || slugFrom(namingOf(payload), taken);
  records.push({ kind: form.kind, slug, baseVersion: form.baseVersion, payload: { ...payload, slug } });
  const cited = ['citations', 'statements'].flatMap((part) => (payload[part] as unknown[] | undefined) ?? []);
  const needs = fields.some(({ name }) => name === 'citations');
  return {
    records,
    kind: form.kind,
    slug,
    unsourced: needs && cited.length === 0,
    future: futureField(form.kind, payload) !== null,
  };
}

/** The new source stands behind every statement that names none, or behind the record as a whole. */
function citeIn(payload: Payload, slug: string): void {
  const parts = [payload.citations, payload.statements].flatMap((list) => (list ?? []) as Payload[]);
  const open = parts.filter(({ source }) => (source ?? '') === '');
  for (const part of open) part.source = slug;
  if (open.length === 0 && Array.isArray(payload.citations))
    payload.citations = [...payload.citations, { source: slug, kind: 'claimed' }];
}

/** What the slug of a record is made from, where nobody has given one. */
function namingOf(payload: Payload): string {
  const name = (payload.name ?? payload.person) as { zh?: string; en?: string } | null | undefined;
  const parts = [
    name?.en || name?.zh,
    payload.title,
    payload.organization,
    payload.indicator,
    payload.layer,
    payload.industry,
    payload.round,
    payload.currency,
    payload.period,
    payload.announced ?? payload.date,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/** Replaces names by slugs where a record has exactly that name; everything else stays for the schema to refuse. */
async function withSlugs(facts: Facts, fields: readonly FormField[], payload: Payload): Promise<Payload> {
  const result: Payload = { ...payload };
  for (const { name, form } of fields) {
    if (form.as === 'reference') result[name] = await slugNamed(facts, form.of, payload[name]);
    if (form.as === 'references')
      result[name] = await Promise.all(
        ((payload[name] ?? []) as unknown[]).map((each) => slugNamed(facts, form.of, each)),
      );
    if (form.as === 'parts')
      result[name] = await Promise.all(
        ((payload[name] ?? []) as Payload[]).map((part) => withSlugs(facts, form.inner, part)),
      );
  }
  return result;
}

async function slugNamed(facts: Facts, kind: RecordKind | 'any', value: unknown): Promise<unknown> {
  const searched = searchedKinds.find((each) => each === kind);
  if (typeof value !== 'string' || value === '' || !searched) return value;
  const [known] = await facts.db.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM public.record WHERE kind = ${kind} AND slug = ${value} AND retracted IS NULL`;
  if (known) return known.slug;
  const [hit] = await searchRecords(facts, { text: value, kind: searched, limit: 1 });
  return hit && hit.score >= 0.9 ? hit.slug : value;
}
