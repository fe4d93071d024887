import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Which characters a state takes. What has been asked is kept: by code, whether it is one of them. */
export type Characters = (code: number) => boolean;

/**
 * A step of a program. `next` and `ways` are places in `Program.states`. All have the same fields, used or not: the matcher
 * goes through millions of them, and the engine reads fields of one shape several times faster.
 */
export interface State {
  kind: 'take' | 'choose' | 'save' | 'edge' | 'look' | 'done';
  next: number;
  /** take, choose: goes towards the beginning of the text. */
  back: boolean;
  characters: Characters;
  /** Of a choice or a look around: which one it is; of what is saved: its slot. */
  number: number;
  /** choose: ways to go on, the preferred one first. */
  ways: number[];
  edge: 'start' | 'end' | 'word' | 'no-word';
  /** look: where it begins, and whether a match is wanted. */
  entry: number;
  wanted: boolean;
}

const state = (kind: State['kind'], rest: Partial<State>): State => ({
  kind,
  next: rest.next ?? -1,
  back: rest.back ?? false,
  characters: rest.characters ?? none,
  number: rest.number ?? -1,
  ways: rest.ways ?? [],
  edge: rest.edge ?? 'start',
  entry: rest.entry ?? -1,
  wanted: rest.wanted ?? false,
});
const none: Characters = () => false;

/** An expression as steps. */
export interface Program {
  states: readonly State[];
  entry: number;
  choices: number;
  looks: number;
  /** Can match at the beginning of a text only. */
  anchored: boolean;
  /** Of groups, the whole match being group 0; null where a group has no name. */
  names: readonly (string | null)[];
}

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** Classes by how they are written: most expressions share theirs. */
const classes = new Map<string, Characters>();

function charactersOf(
  element: AST.Character | AST.CharacterSet | AST.CharacterClass,
  flags: string,
): Characters {
  const meaning = flags.replace(/[gym]/g, '');
  if (element.type === 'Character' && !/[iu]/.test(meaning)) {
    const { value } = element;
    return (code) => code === value;
  }
  const key = `${meaning}/${element.raw}`;
  const before = classes.get(key);
  if (before) return before;
  // One character against one class: nothing in it can be repeated.
  const single = new RegExp(`^(?:${element.raw})$`, meaning);
  const made: Characters = kept((code) => single.test(String.fromCodePoint(code)));
  classes.set(key, made);
  return made;
}

/** Keeps what was answered, by code. */
export function kept(ask: Characters): Characters {
  // 256 codes a page; 0 is not asked yet, 1 no, 2 yes.
  const pages: (Uint8Array | undefined)[] = [];
  return (code) => {
    pages[code >> 8] ??= new Uint8Array(256);
    const page = pages[code >> 8] as Uint8Array;
    const known = page[code & 255];
    if (known !== 0) return known === 2;
    const answer = ask(code);
    page[code & 255] = answer ? 2 : 1;
    return answer;
  };
}

function mayBeEmpty(element: AST.Element): boolean {
  switch (element.type) {
    case 'Assertion':
      return true;
    case 'Quantifier':
      return element.min === 0 || mayBeEmpty(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some(({ elements }) => elements.every(mayBeEmpty));
    default:
      return false;
  }
}

function holdsGroup(node: AST.Element): boolean {
  if (node.type === 'CapturingGroup') return true;
  if (node.type === 'Quantifier') return holdsGroup(node.element);
  if (node.type === 'Group' || (node.type === 'Assertion' && 'alternatives' in node))
    return node.alternatives.some(({ elements }) => elements.some(holdsGroup));
  return false;
}

/** Turns an expression into steps; throws for what cannot be done in linear time or would mean something else. */
export function programOf(source: string, flags: string): Program {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const states: State[] = [];
  const names: (string | null)[] = [null];
  const slots = new Map<AST.CapturingGroup, number>();
  let choices = 0;
  let looks = 0;
  const refuse = (why: string): never => {
    throw new Error(`/${source}/: ${why}`);
  };

  const add = (kind: State['kind'], rest: Partial<State>) => states.push(state(kind, rest)) - 1;
  const choose = (ways: number[], back: boolean) => add('choose', { number: choices++, back, ways });

  const alternatives = (list: readonly AST.Alternative[], next: number, back: boolean): number => {
    const ways = list.map(({ elements }) =>
      (back ? elements : elements.toReversed()).reduce((after, element) => emit(element, after, back), next),
    );
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : choose(ways, back);
  };

  const repeated = ({ element, min, max, greedy }: AST.Quantifier, next: number, back: boolean): number => {
    if (max > 1 && holdsGroup(element)) return refuse('a group inside a repetition');
    const inOrder = (more: number, enough: number) => (greedy ? [more, enough] : [enough, more]);
    let entry = next;
    if (max === Number.POSITIVE_INFINITY) {
      if (mayBeEmpty(element)) return refuse('what is repeated may be empty');
      entry = choose([], back);
      const loop = states[entry];
      if (loop?.kind === 'choose') loop.ways = inOrder(emit(element, entry, back), next);
    } else {
      for (let at = min; at < max; at++) entry = choose(inOrder(emit(element, entry, back), next), back);
    }
    for (let at = 0; at < min; at++) entry = emit(element, entry, back);
    return entry;
  };

  const emit = (element: AST.Element, next: number, back: boolean): number => {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return add('take', { characters: charactersOf(element, flags), back, next });
      case 'Quantifier':
        return repeated(element, next, back);
      case 'Group':
        return alternatives(element.alternatives, next, back);
      case 'CapturingGroup': {
        const slot = 2 * (slots.get(element) ?? 0);
        const end = add('save', { number: slot + (back ? 0 : 1), next });
        return add('save', {
          number: slot + (back ? 1 : 0),
          next: alternatives(element.alternatives, end, back),
        });
      }
      case 'Assertion': {
        if (!('alternatives' in element)) {
          if (element.kind !== 'word') return add('edge', { edge: element.kind, next });
          return add('edge', { edge: element.negate ? 'no-word' : 'word', next });
        }
        if (holdsGroup(element)) return refuse('a group inside a look around');
        const done = add('done', {});
        const entry = alternatives(element.alternatives, done, element.kind === 'lookbehind');
        return add('look', { number: looks++, wanted: !element.negate, entry, next });
      }
      default:
        return refuse(`${element.type} is not known here`);
    }
  };

  // Groups are numbered in the order of their brackets, whatever order the steps are made in.
  const number = (elements: readonly AST.Element[]): void => {
    for (const element of elements) {
      if (element.type === 'Quantifier') number([element.element]);
      if (element.type === 'CapturingGroup') {
        slots.set(element, names.length);
        names.push(element.name);
      }
      if (element.type === 'CapturingGroup' || element.type === 'Group')
        for (const alternative of element.alternatives) number(alternative.elements);
    }
  };
  for (const { elements } of pattern.alternatives) number(elements);

  const entry = alternatives(pattern.alternatives, add('done', {}), false);
  const anchored =
    !flags.includes('m') &&
    pattern.alternatives.every(
      ({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start',
    );
  return { states, entry, choices, looks, anchored, names };
}
