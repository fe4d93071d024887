import { readAmount } from '@/domain/amount-phrase';
import { currencies } from '@/domain/currency';
import type { Field } from '@/records/book';
import { readText } from '@/records/reading';
import type { FieldForm, FormField } from './record-fields';

/** What stands in a form, by the name of the input: `citations.0.source`. */
export type FormEntries = Readonly<Record<string, string>>;

type Payload = Record<string, unknown>;

/** Inputs of one empty part more than there are, so that one can be added without JavaScript. */
const spareParts = 1;

/** Rows of a repeated part that a form is read for. */
const mostParts = 60;

/** What the inputs of a form hold for a record that says this. */
export function entriesOf(
  fields: readonly FormField[],
  payload: Payload,
  prefix = '',
): Record<string, string> {
  return Object.assign(
    {},
    ...fields.map(({ name, form }) => entriesOfField(form, payload[name] ?? null, prefix + name)),
  );
}

function entriesOfField(form: FieldForm, value: unknown, name: string): Record<string, string> {
  if (value === null || value === undefined) return {};
  switch (form.as) {
    case 'bilingual': {
      const { zh, en } = value as { zh: string; en: string };
      return { [`${name}.zh`]: zh, [`${name}.en`]: en };
    }
    case 'lines':
    case 'addresses':
    case 'references':
      return { [name]: (value as string[]).join('\n') };
    case 'choices':
      return Object.fromEntries((value as string[]).map((each) => [`${name}.${each}`, '1']));
    case 'flag':
      return { [name]: value === true ? 'yes' : 'no' };
    case 'amount':
    case 'valuation': {
      const { text, currency, min, max, minBound, maxBound, kind, rule, when } = value as Payload;
      // What a rule made of the words is made of them again; what somebody gave by hand is kept.
      const bounds =
        form.as === 'valuation' ? { min, max } : rule === null ? { min, max, minBound, maxBound, kind } : {};
      return Object.fromEntries(
        Object.entries({ text, currency, when, ...bounds }).flatMap(([part, each]) =>
          each === null || each === undefined ? [] : [[`${name}.${part}`, String(each)]],
        ),
      );
    }
    case 'parts':
      return Object.assign(
        {},
        ...(value as Payload[]).map((part, at) => entriesOf(form.inner, part, `${name}.${at}.`)),
      );
    default:
      return { [name]: String(value) };
  }
}

/** How many times a repeated part stands in a form: what is filled in, and one to add. */
export function partsIn(entries: FormEntries, name: string): number {
  const places = Object.entries(entries).flatMap(([key, value]) => {
    const [, at] =
      key.startsWith(`${name}.`) && value !== '' ? (/^\.(\d+)\./.exec(key.slice(name.length)) ?? []) : [];
    return at === undefined ? [] : [Number(at)];
  });
  return Math.min(mostParts, Math.max(-1, ...places) + 1 + spareParts);
}

/** What a form says, as a payload for the schema; texts that are no numbers stay texts, so that the schema can say so. */
export function payloadOfForm(fields: readonly FormField[], entries: FormEntries, prefix = ''): Payload {
  return Object.fromEntries(
    fields.map(({ name, form }) => [name, valueOfField(form, entries, prefix + name)]),
  );
}

function valueOfField(form: FieldForm, entries: FormEntries, name: string): unknown {
  const text = (entries[name] ?? '').trim();
  switch (form.as) {
    case 'bilingual': {
      const [zh, en] = [entries[`${name}.zh`]?.trim() ?? '', entries[`${name}.en`]?.trim() ?? ''];
      return zh === '' && en === '' ? null : { zh, en };
    }
    case 'lines':
    case 'addresses':
    case 'references':
      return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    case 'choices':
      return Object.keys(form.names).filter((option) => (entries[`${name}.${option}`] ?? '') !== '');
    case 'flag':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    // What is not chosen is what the schema takes for it.
    case 'choice':
      return text === '' ? undefined : text;
    case 'number':
    case 'date':
      return readOr(form, text);
    case 'amount':
    case 'valuation':
      return moneyOf(form.as, entries, name);
    case 'parts':
      return Array.from({ length: partsIn(entries, name) }, (_, at) => `${name}.${at}.`)
        .filter((each) =>
          Object.entries(entries).some(
            ([key, value]) =>
              key.startsWith(each) && value.trim() !== '' && !isPreset(form.inner, key.slice(each.length)),
          ),
        )
        .map((each) => payloadOfForm(form.inner, entries, each));
    default:
      return text === '' ? null : text;
  }
}

/** A choice that stands there by itself does not make a part. */
function isPreset(fields: readonly FormField[], name: string): boolean {
  const field = fields.find((each) => each.name === name);
  return field !== undefined && (field.form.as === 'choice' || field.form.as === 'flag');
}

/** What the field's reader makes of it; what it cannot read stays a text, so that the schema can say so. */
function readOr(form: Field, text: string): unknown {
  if (text === '') return null;
  const read = readText(form, text);
  return 'value' in read ? read.value : text;
}

function numberOf(text: string): unknown {
  if (text === '') return null;
  const number = Number(text.replaceAll(/[,，\s]/g, ''));
  return Number.isFinite(number) ? number : text;
}

/** An amount is read from its words; bounds that somebody gives by hand stand instead. */
function moneyOf(as: 'amount' | 'valuation', entries: FormEntries, name: string): unknown {
  const part = (key: string) => (entries[`${name}.${key}`] ?? '').trim();
  const [text, chosen] = [part('text'), currencies.find((each) => each === part('currency')) ?? null];
  const [min, max] = [numberOf(part('min')), numberOf(part('max'))];
  if (text === '' && min === null && max === null && part('kind') === '') return null;
  const reading = text === '' ? null : readAmount(text);
  const byHand = min !== null || max !== null || (as === 'amount' && part('kind') !== '');
  if (as === 'valuation') {
    const range = byHand || !reading ? { min, max } : { min: reading.range.min, max: reading.range.max };
    return { text, currency: reading?.currency ?? chosen, ...range, when: part('when') || 'not-stated' };
  }
  if (byHand || !reading) {
    const plain =
      min !== null && min === max ? 'exact' : min === null || max === null ? 'one-sided' : 'range';
    const bound = (key: string, value: unknown) => (value === null ? null : part(key) || 'hard');
    return {
      text: text === '' ? null : text,
      currency: reading?.currency ?? chosen,
      min,
      max,
      minBound: bound('minBound', min),
      maxBound: bound('maxBound', max),
      kind: part('kind') || plain,
      rule: null,
    };
  }
  return { text, currency: reading.currency ?? chosen, ...reading.range, rule: reading.rule };
}
