import { Matcher } from './matcher';

const matchers = new Map<string, Matcher>();

function matcherFor(source: string, flags: string): Matcher {
  const key = `${flags}/${source}`;
  const found = matchers.get(key) ?? new Matcher(source, flags);
  matchers.set(key, found);
  return found;
}

/**
 * A regular expression that costs time in proportion to its text, whatever the text. It means what the built-in one
 * means and is used in its place (`replace`, `matchAll`, `test`, …). On ordinary text it is slower than the built-in one,
 * which is the better choice for expressions that are proven linear as they are.
 */
export class LinearExpression extends RegExp {
  private readonly matcher: Matcher;
  private readonly moves: boolean;
  private readonly stays: boolean;

  constructor(expression: RegExp, flags: string = expression.flags) {
    super(expression, flags);
    // split works on a copy.
    this.matcher =
      expression instanceof LinearExpression && expression.matcher.flags === flags
        ? expression.matcher
        : matcherFor(this.source, flags);
    this.moves = this.global || this.sticky;
    this.stays = this.sticky;
  }

  override exec(text: string): RegExpExecArray | null {
    const slots = this.matcher.search(text, this.moves ? this.lastIndex : 0, this.stays);
    if (this.moves) this.lastIndex = slots?.[1] ?? 0;
    return slots && matchOf(this.matcher.program.names, text, slots);
  }

  /** As the built-in one, without the copy that it would make of the expression. */
  override *[Symbol.matchAll](text: string): Generator<RegExpExecArray, undefined> {
    for (let from = this.lastIndex; from <= text.length; ) {
      const slots = this.matcher.search(text, from, this.stays);
      if (!slots) return;
      const [start = 0, end = 0] = slots;
      // Behind a match without a character the search goes on one further, or two where that is one character.
      const width = this.unicode && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      from = end === start ? end + width : end;
      yield matchOf(this.matcher.program.names, text, slots);
    }
  }

  override test(text: string): boolean {
    const slots = this.matcher.search(text, this.moves ? this.lastIndex : 0, this.stays);
    if (this.moves) this.lastIndex = slots?.[1] ?? 0;
    return slots !== null;
  }
}

/** Every expression that was made linear so far. */
export function linearExpressions(): Pick<RegExp, 'source' | 'flags'>[] {
  return [...matchers.values()].map(({ source, flags }) => ({ source, flags }));
}

/** The same expression, in linear time. */
export function linear(expression: RegExp): RegExp {
  return new LinearExpression(expression);
}

function matchOf(names: readonly (string | null)[], text: string, slots: readonly number[]): RegExpExecArray {
  const texts = [] as unknown as RegExpExecArray;
  let groups: Record<string, string> | undefined;
  for (let group = 0; group < names.length; group++) {
    const [from, to] = [slots[2 * group] ?? -1, slots[2 * group + 1] ?? -1];
    // A group that took no part is undefined, as with the built-in ones.
    const held = (from < 0 || to < 0 ? undefined : text.slice(from, to)) as string;
    texts.push(held);
    const name = names[group];
    if (name) {
      groups ??= {};
      groups[name] = held;
    }
  }
  texts.index = slots[0] ?? 0;
  texts.input = text;
  texts.groups = groups;
  return texts;
}
