import type { Bilingual } from '@/domain/bilingual';
import { allowedText } from '@/i18n/charts';
import { closest, isSlipOf } from './closest';
import {
  type ChartState,
  highestLimit,
  type Option,
  type Parameter,
  type Parameters,
  presetOf,
  type StateOf,
  type StateValue,
} from './parameters';

/** One thing in the address that could not be used. Its parameter has the default instead. */
export type Problem = {
  parameter: string;
  value: string;
  allowed: Bilingual;
};

/** Former names: links with them go on working. Values need no entry here: options carry their own (`former`). */
export type FormerNames = Readonly<Record<string, string>>;

export type Reading = {
  /** Options of the lists whose values come from the facts. A list without an entry takes any well-formed slug. */
  known?: Readonly<Record<string, readonly Option[]>>;
  /** Old parameter name → its name today. */
  former?: FormerNames;
  /** Parameters that someone else reads: size, theme, language. */
  elsewhere?: readonly string[];
  /** Whatever is not ours is read by someone else. */
  alone?: boolean;
  /** The query was written out in full (`writeState`): a parameter that it lacks is younger, and has what was meant before. */
  full?: boolean;
  /**
   * For programs: every name that is not known is told. For readers only one that looks like one of ours is, because chat
   * programs, mail and advertising hang names of their own onto links, and new ones each year.
   */
  strict?: boolean;
};

/** A longer query than this is not read at all (bytes of the decoded text, roughly). */
export const longestQuery = 4096;

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const orderShape = /^[a-z][a-zA-Z-]{0,60}-(?:asc|desc)$/;
const quarterShape = /^((?:19|20)\d\d)-?q([1-4])$/i;

/** What chat programs, mail and advertising hang onto links: no mistake, not even where every name is told. */
const tracking =
  /^(?:utm_\w+|isappinstalled|scene|clicktime|enterid|nsukey|spm|share_\w+|[a-z]{1,6}clid|mc_[ce]id|_t|_hsenc|_hsmi|chksm|mpshare|srcid|ref|ref_src)$/i;
/** WeChat appends `from=singlemessage` to links that are shared in it, beside a `from` of ours. */
const weChatFrom = new Set(['singlemessage', 'groupmessage', 'timeline', 'message']);

/**
 * Reads the state from a query. Total: whatever the query holds, there is a state, and everything that could not be
 * used is named in `problems` (and replaced by the default; a list keeps the slugs that are known).
 */
export function parseState<P extends Parameters>(
  parameters: P,
  search: URLSearchParams,
  reading: Reading = {},
): { state: StateOf<P>; problems: Problem[] } {
  const problems: Problem[] = [];
  const given = tooLong(search, problems)
    ? new Map<string, string[]>()
    : collect(parameters, search, reading, problems);
  const state: Record<string, StateValue> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const values = given.get(name) ?? [];
    state[name] =
      values.length === 0 && reading.full && parameter.before !== undefined
        ? parameter.before
        : read(name, parameter, values, optionsOf(name, parameter, reading.known), problems);
  }
  // The loop above gave every parameter a value of its kind; the type checker cannot follow that.
  return { state: state as StateOf<P>, problems };
}

/**
 * The canonical query of a state, without '?': sorted by name, defaults left out (`full` keeps them, for links that
 * must outlive a change of defaults), and only characters that chat programs leave alone: letters, digits, - _ ~ = &.
 */
export function writeState(parameters: Parameters, state: ChartState, full = false): string {
  const parts: string[] = [];
  for (const name of Object.keys(parameters).sort()) {
    const parameter = parameters[name];
    const value = state[name];
    if (!parameter || value === undefined) continue;
    const text = written(value);
    if (full || text !== written(presetOf(parameter))) parts.push(`${name}=${text}`);
  }
  return parts.join('&');
}

/** The options of a parameter, fixed or from the facts; none where any value of the right form will do. */
export function optionsOf(
  name: string,
  parameter: Parameter,
  known: Reading['known'],
): readonly Option[] | undefined {
  if (parameter.kind === 'choice') return parameter.options;
  if (parameter.kind !== 'list') return undefined;
  if (parameter.options) return parameter.options;
  return known && Object.hasOwn(known, name) ? known[name] : undefined;
}

/** Puts a quarter in canonical form, or null: '2023-q1' is '2023Q1'. */
function canonicalQuarter(text: string): string | null {
  const match = quarterShape.exec(text);
  return match ? `${match[1]}Q${match[2]}` : null;
}

function written(value: StateValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return [...value].sort().join('~');
}

function tooLong(search: URLSearchParams, problems: Problem[]): boolean {
  const length = [...search].reduce((sum, [name, value]) => sum + name.length + value.length + 2, 0);
  if (length <= longestQuery) return false;
  problems.push({ parameter: '?', value: `${length}`, allowed: allowedText.length(longestQuery) });
  return true;
}

/** What asks for an earlier state of knowledge (`known.ts`): charts and comparisons name it as read elsewhere. */
const ofEarlier: ReadonlySet<string> = new Set(['edition', 'known']);

function collect(parameters: Parameters, search: URLSearchParams, reading: Reading, problems: Problem[]) {
  const given = new Map<string, string[]>();
  for (const [asWritten, value] of search) {
    const former = reading.former;
    const name = former && Object.hasOwn(former, asWritten) ? (former[asWritten] ?? asWritten) : asWritten;
    if (reading.elsewhere?.includes(name) || tracking.test(name)) continue;
    if (name === 'from' && weChatFrom.has(value)) continue;
    if (!Object.hasOwn(parameters, name)) {
      if (reading.alone) continue;
      // Never today's figures under a link that asks for those of another day.
      if (ofEarlier.has(name)) {
        problems.push({ parameter: name, value, allowed: allowedText.todayOnly });
        continue;
      }
      const names = [...Object.keys(parameters), ...(reading.elsewhere ?? [])];
      if (reading.strict || isSlipOf(name, names))
        problems.push({ parameter: name, value, allowed: allowedText.parameters(Object.keys(parameters)) });
      continue;
    }
    // A form sends every field; an empty one says nothing.
    if (value.trim() !== '') given.set(name, [...(given.get(name) ?? []), value.trim()]);
  }
  return given;
}

function read(
  name: string,
  parameter: Parameter,
  values: string[],
  options: readonly Option[] | undefined,
  problems: Problem[],
): StateValue {
  if (parameter.kind === 'list') return readList(name, parameter.most, values, options, problems);
  const [value] = values;
  if (value === undefined) return presetOf(parameter);
  const repeated = new Set(values).size > 1;
  const result = repeated ? undefined : readOne(parameter, value);
  if (result !== undefined) return result;
  const allowed = repeated ? allowedText.once : allowedFor(parameter);
  problems.push({ parameter: name, value: values.join(' '), allowed });
  return presetOf(parameter);
}

function readOne(parameter: Exclude<Parameter, { kind: 'list' }>, value: string): StateValue | undefined {
  if (parameter.kind === 'choice') return findOption(parameter.options, value.toLowerCase());
  if (parameter.kind === 'quarter') return canonicalQuarter(value) ?? undefined;
  if (parameter.kind === 'order') return orderShape.test(value) ? value : undefined;
  if (parameter.kind === 'flag') return value === '1' ? true : value === '0' ? false : undefined;
  if (parameter.kind === 'limit') return limitOf(value);
  if (!/^\d{1,9}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= parameter.min && number <= parameter.max ? number : undefined;
}

function limitOf(value: string): number | 'all' | undefined {
  if (value.toLowerCase() === 'all') return 'all';
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= highestLimit ? number : undefined;
}

function readList(
  name: string,
  most: number,
  values: string[],
  options: readonly Option[] | undefined,
  problems: Problem[],
): readonly string[] {
  // Input methods turn the tilde and the comma into full-width ones; people write commas by hand.
  const slugs = values.flatMap((value) => value.split(/[~～,，]/)).map((slug) => slug.trim().toLowerCase());
  const good = new Set<string>();
  const unknown: string[] = [];
  for (const slug of slugs.filter((each) => each !== '')) {
    const found = options ? findOption(options, slug) : slugShape.test(slug) ? slug : undefined;
    if (found === undefined) unknown.push(slug);
    else good.add(found);
  }
  if (unknown.length > 0) {
    problems.push({
      parameter: name,
      value: unknown.join('~'),
      allowed: allowedText.slugs(suggestions(options, unknown)),
    });
  }
  const list = [...good].sort();
  if (list.length <= most) return list;
  problems.push({ parameter: name, value: `${list.length}`, allowed: allowedText.most(most) });
  return list.slice(0, most);
}

/** The options that may have been meant, or the first ones where nothing is near. */
function suggestions(options: readonly Option[] | undefined, unknown: readonly string[]): string[] {
  const slugs = (options ?? []).map((option) => option.value);
  const near = [...new Set(unknown.slice(0, 5).flatMap((slug) => closest(slug, slugs, 3)))];
  return near.length > 0 ? near : slugs.slice(0, 8);
}

function findOption(options: readonly Option[], value: string): string | undefined {
  return (
    options.find((option) => option.value === value) ??
    options.find((option) => option.former?.includes(value))
  )?.value;
}

function allowedFor(parameter: Exclude<Parameter, { kind: 'list' }>): Bilingual {
  if (parameter.kind === 'choice') return allowedText.values(parameter.options.map((option) => option.value));
  if (parameter.kind === 'quarter') return allowedText.quarter;
  if (parameter.kind === 'order') return allowedText.order;
  if (parameter.kind === 'limit') return allowedText.limit(highestLimit);
  if (parameter.kind === 'number') return allowedText.between(parameter.min, parameter.max);
  return allowedText.values(['0', '1']);
}
