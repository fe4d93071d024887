import type { Bilingual } from '@/domain/bilingual';

/** One value that a reader can pick. `former` are slugs that it once had: links with them go on working. */
export type Option = { value: string; label: Bilingual; former?: readonly string[] };

type Named = {
  label: Bilingual;
  /** What a state that was written out in full before the parameter was there meant by it; see `younger`. */
  before?: StateValue;
};

/** One of a few fixed values. */
export type Choice<Value extends string = string> = Named & {
  kind: 'choice';
  options: readonly (Option & { value: Value })[];
  default: Value;
};

/**
 * Any number of slugs; none means all, and that is the default. Without `options` here, the ones allowed come
 * from the facts (`ChartDefinition.options`).
 */
export type SlugList = Named & { kind: 'list'; options?: readonly Option[]; most: number };

/** A quarter, '2023Q1', or none. */
export type QuarterParameter = Named & { kind: 'quarter' };

/** A whole number from `min` to `max`. */
export type NumberParameter = Named & { kind: 'number'; min: number; max: number; default: number };

/** How many of what is ranked are shown at most: a whole number from 1, or all of them. */
export type Limit = Named & {
  kind: 'limit';
  default: number | 'all';
};

/** A column to sort by and the direction, 'floor-desc', or none: the order that the chart has by itself. */
export type Order = Named & { kind: 'order' };

/** Yes or no. */
export type Flag = Named & { kind: 'flag'; default: boolean };

export type Parameter = Choice | SlugList | QuarterParameter | NumberParameter | Limit | Order | Flag;
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> =
  P extends Choice<infer Value>
    ? Value
    : P extends SlugList
      ? readonly string[]
      : P extends QuarterParameter | Order
        ? string | null
        : P extends NumberParameter
          ? number
          : P extends Limit
            ? number | 'all'
            : boolean;

/** The state that a set of parameters describes. */
export type StateOf<P extends Parameters> = { readonly [Key in keyof P]: ValueOf<P[Key]> };
export type StateValue = string | number | boolean | null | readonly string[];
/** The state of a chart whose parameters are not known to the type checker. */
export type ChartState = Readonly<Record<string, StateValue>>;

export function choice<const Value extends string>(
  label: Bilingual,
  options: readonly { value: Value; label: Bilingual; former?: readonly string[] }[],
  preset: NoInfer<Value>,
): Choice<Value> {
  return { kind: 'choice', label, options, default: preset };
}

export function slugList(label: Bilingual, options?: readonly Option[], most = 40): SlugList {
  return { kind: 'list', label, options, most };
}

export function quarter(label: Bilingual): QuarterParameter {
  return { kind: 'quarter', label };
}

export function wholeNumber(label: Bilingual, min: number, max: number, preset: number): NumberParameter {
  return { kind: 'number', label, min, max, default: preset };
}

/** The highest number that a limit takes; what is more is one link further, as `all`. */
export const highestLimit = 9999;
/** All means this many at most: what a page or a picture holds has an end. */
const mostOfAll = 2000;

export function limit(label: Bilingual, preset: number | 'all'): Limit {
  return { kind: 'limit', label, default: preset };
}

/** The number that a limit stands for. */
export function numberOf(limit: number | 'all'): number {
  return limit === 'all' ? mostOfAll : limit;
}

export function order(label: Bilingual): Order {
  return { kind: 'order', label };
}

export function flag(label: Bilingual, preset: boolean): Flag {
  return { kind: 'flag', label, default: preset };
}

/**
 * A parameter that joined a chart whose links were pinned before. Those were written out in full without it, and are
 * read as what they showed; the default is for links that leave it out.
 */
export function younger<P extends Parameter>(parameter: P, before: StateValue): P {
  return { ...parameter, before };
}

/** The default of a parameter. */
export function presetOf(parameter: Parameter): StateValue {
  if (parameter.kind === 'list') return [];
  if (parameter.kind === 'quarter' || parameter.kind === 'order') return null;
  return parameter.default;
}
