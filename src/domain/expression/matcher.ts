import { Dispatch } from './leading';
import { type Program, programOf } from './program';

/** Cells of memory that one expression may need for one text. */
const mostCells = 64_000_000;
/** What is remembered of a choice or a look around at a place: tried in vain (or under way), or led to the end. */
const [inVain, ledOn] = [1, 2];

let steps = 0;

/** Steps that all matchers took since the process began: tests compare texts by them. */
export function stepsTaken(): number {
  return steps;
}

const wordCharacter = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
const lineEnd = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

/**
 * Searches texts for one expression, trying as the built-in engine does, with one difference: what was tried in vain at a
 * place is remembered and not tried again, for as long as the text is the same. A search so costs at most (choices of the
 * expression) × (characters of the text), and all the searches through one text together no more than that.
 */
export class Matcher {
  readonly program: Program;
  private readonly dispatch: Dispatch;
  private readonly unicode: boolean;
  private readonly lines: boolean;
  private text: string | null = null;
  private places = 0;
  /** Cells hold `round * 3 + what is remembered`, so that a new text needs no cleaning. */
  private memory = new Uint32Array(0);
  private round = 0;
  private readonly slots: number[];
  /** Choices on the way, the newest last: cell (or -1 - slot for what a group held), place, ways, ways tried. */
  private readonly cells: number[] = [];
  private readonly at: number[] = [];
  private readonly ways: (readonly number[])[] = [];
  private readonly tried: number[] = [];
  private depth = 0;

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {
    this.program = programOf(source, flags);
    this.dispatch = new Dispatch(this.program);
    this.unicode = flags.includes('u');
    this.lines = flags.includes('m');
    this.slots = new Array<number>(2 * this.program.names.length).fill(-1);
  }

  /** Where the first match from `first` on, and its groups, begin and end: valid until the next search. */
  search(text: string, first: number, onlyThere: boolean): readonly number[] | null {
    const { entry } = this.program;
    for (let start = first; start <= text.length; start++) {
      if (this.dispatch.starts(this.codeAt(text, start))) {
        if (this.text !== text) this.take(text);
        this.depth = 0;
        this.slots.fill(-1);
        const end = this.follow(text, entry, start, true);
        if (end >= 0) {
          this.slots[0] = start;
          this.slots[1] = end;
          return this.slots;
        }
      }
      if (onlyThere || this.program.anchored) break;
    }
    return null;
  }

  private take(text: string): void {
    this.text = text;
    this.places = text.length + 1;
    const needed = (this.program.choices + this.program.looks) * this.places;
    if (needed > mostCells)
      throw new RangeError(`A text of ${text.length} characters is too long to search.`);
    this.round++;
    if (needed > this.memory.length || this.round > 1_000_000_000) {
      this.memory = new Uint32Array(needed);
      this.round = 1;
    }
  }

  private codeAt(text: string, place: number): number {
    if (place >= text.length) return -1;
    return this.unicode ? (text.codePointAt(place) ?? -1) : text.charCodeAt(place);
  }

  private codeBefore(text: string, place: number): number {
    if (place < 1) return -1;
    const pair = this.unicode && place > 1 ? (text.codePointAt(place - 2) ?? 0) : 0;
    return pair > 0xffff ? pair : text.charCodeAt(place - 1);
  }

  /** Follows the steps from a place; gives where they end, -1 where no way leads there. */
  private follow(text: string, entry: number, start: number, outermost: boolean): number {
    const { states } = this.program;
    const { memory, cells, at: placesOf, ways: waysOf, tried } = this;
    const remembered = this.round * 3;
    const base = this.depth;
    let at = entry;
    let place = start;
    for (;;) {
      steps++;
      const state = states[at];
      let goes = false;
      switch (state?.kind) {
        case 'take': {
          const code = state.back ? this.codeBefore(text, place) : this.codeAt(text, place);
          if (code < 0 || !state.characters(code)) break;
          const width = code > 0xffff ? 2 : 1;
          place += state.back ? -width : width;
          at = state.next;
          goes = true;
          break;
        }
        case 'choose': {
          const cell = state.number * this.places + place;
          const known = (memory[cell] ?? 0) - remembered;
          if (known === ledOn) return this.settle(base, remembered, outermost, place);
          if (known === inVain) break;
          memory[cell] = remembered + inVain;
          const ways =
            state.ways.length < 3
              ? state.ways
              : this.dispatch.ways(
                  at,
                  state.ways,
                  state.back ? this.codeBefore(text, place) : this.codeAt(text, place),
                );
          const way = ways[0];
          if (way === undefined) break;
          const top = this.depth++;
          cells[top] = cell;
          placesOf[top] = place;
          waysOf[top] = ways;
          tried[top] = 1;
          at = way;
          goes = true;
          break;
        }
        case 'save': {
          const top = this.depth++;
          cells[top] = -1 - state.number;
          placesOf[top] = this.slots[state.number] ?? -1;
          this.slots[state.number] = place;
          at = state.next;
          goes = true;
          break;
        }
        case 'edge':
          goes = this.isAt(text, state.edge, place);
          at = state.next;
          break;
        case 'look':
          goes = this.looks(text, state.number, state.entry, place) === state.wanted;
          at = state.next;
          break;
        default:
          return this.settle(base, remembered, outermost, place);
      }
      while (!goes) {
        const top = this.depth - 1;
        if (top < base) return -1;
        const cell = cells[top] ?? 0;
        const way = cell < 0 ? undefined : waysOf[top]?.[tried[top] ?? 0];
        if (way === undefined) {
          if (cell < 0) this.slots[-1 - cell] = placesOf[top] ?? -1;
          this.depth--;
          continue;
        }
        tried[top] = (tried[top] ?? 0) + 1;
        at = way;
        place = placesOf[top] ?? 0;
        goes = true;
      }
    }
  }

  /** The choices on the way to the end were not in vain; inside a look around they lead on from wherever it begins. */
  private settle(base: number, remembered: number, outermost: boolean, place: number): number {
    for (let top = base; top < this.depth; top++) {
      const cell = this.cells[top] ?? -1;
      if (cell >= 0) this.memory[cell] = outermost ? 0 : remembered + ledOn;
    }
    this.depth = base;
    return place;
  }

  private looks(text: string, number: number, entry: number, place: number): boolean {
    const cell = (this.program.choices + number) * this.places + place;
    const known = (this.memory[cell] ?? 0) - this.round * 3;
    if (known === inVain || known === ledOn) return known === ledOn;
    const found = this.follow(text, entry, place, false) >= 0;
    this.memory[cell] = this.round * 3 + (found ? ledOn : inVain);
    return found;
  }

  private isAt(text: string, edge: 'start' | 'end' | 'word' | 'no-word', place: number): boolean {
    if (edge === 'start') return place === 0 || (this.lines && lineEnd(text.charCodeAt(place - 1)));
    if (edge === 'end') return place === text.length || (this.lines && lineEnd(text.charCodeAt(place)));
    const inside = wordCharacter(text.charCodeAt(place - 1)) === wordCharacter(text.charCodeAt(place));
    return inside === (edge === 'no-word');
  }
}
