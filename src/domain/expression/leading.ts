import { type Characters, kept, type Program } from './program';

/** What may come first on a way: one of these characters, or (`open`) the way may end without any. */
interface Leading {
  characters: readonly Characters[];
  open: boolean;
}

/**
 * Tells by the next character which ways are worth trying. A way that it leaves out would fail at its first character, so
 * the answer stays the same; most places in a text are left at once.
 */
export class Dispatch {
  private readonly leading = new Map<number, Leading>();
  /** By choice, by 256 codes, by code: looked up at every step, so no map. */
  private readonly worth: ((readonly number[] | undefined)[] | undefined)[][] = [];
  private readonly beginnings: Characters;
  private readonly endless: boolean;

  constructor(private readonly program: Program) {
    const { characters, open } = this.leadingOf(program.entry);
    this.endless = open;
    this.beginnings = kept((code) => characters.some((takes) => takes(code)));
  }

  /** May a match begin with this character? -1: the text ends there. */
  starts(code: number): boolean {
    return this.endless || (code >= 0 && this.beginnings(code));
  }

  private begins(state: number, code: number): boolean {
    const { characters, open } = this.leadingOf(state);
    return open || (code >= 0 && characters.some((takes) => takes(code)));
  }

  /** The ways of a choice that the next character allows, in their order. */
  ways(choice: number, all: readonly number[], code: number): readonly number[] {
    let pages = this.worth[choice];
    if (!pages) {
      pages = [];
      this.worth[choice] = pages;
    }
    // Code -1, the end of the text, has a page of its own before all others.
    const number = (code >> 8) + 1;
    let page = pages[number];
    if (!page) {
      page = new Array<readonly number[] | undefined>(256).fill(undefined);
      pages[number] = page;
    }
    let found = page[code & 255];
    if (!found) {
      found = all.filter((way) => this.begins(way, code));
      page[code & 255] = found;
    }
    return found;
  }

  private leadingOf(state: number): Leading {
    const known = this.leading.get(state);
    if (known) return known;
    const characters = new Set<Characters>();
    let open = false;
    const seen = new Set<number>();
    const waiting = [state];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const each = this.program.states[at];
      if (each?.kind === 'take') characters.add(each.characters);
      else if (each?.kind === 'choose') waiting.push(...each.ways);
      else if (each === undefined || each.kind === 'done') open = true;
      else waiting.push(each.next);
    }
    const leading = { characters: [...characters], open };
    this.leading.set(state, leading);
    return leading;
  }
}
