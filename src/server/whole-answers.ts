import type { Asked } from './asked';
import type { EditionWatch } from './edition-watch';
import { asOf, type KeptAnswer } from './kept-answer';
import { limits } from './limits';
import { countPage } from './metrics';
import type { PageCache } from './page-cache';
import type { PageMaker } from './page-maker';
import type { Places } from './places';
import { isPersonal } from './traffic';

/** Whole answers, pages, pictures and tables: as they are kept, or made now, or as they last were. */
export class WholeAnswers {
  constructor(
    private readonly watch: () => EditionWatch,
    private readonly keeps: boolean,
    private readonly cache: PageCache,
    private readonly places: Places,
    private readonly maker: PageMaker,
  ) {}

  async find(asked: Asked): Promise<KeptAnswer> {
    const edition = this.watch().edition();
    return this.keeps && edition !== null && !isPersonal(asked.path)
      ? this.#kept(edition, asked)
      : this.#made(asked);
  }

  async #made(asked: Asked): Promise<KeptAnswer> {
    const { path, request } = asked;
    const personal = isPersonal(path);
    const { reachable, readable } = this.watch();
    if (this.keeps && !(personal ? reachable() : readable())) return this.maker.unavailable('away', path);
    const limiter = personal ? this.places.of(request) : this.places.reading;
    const client = limiter === this.places.writing ? asked.client : '';
    const fresh = await inTime(limiter.run(() => this.maker.fresh(asked), client));
    return fresh?.answer ?? this.maker.unavailable('away', path);
  }

  async #kept(edition: number, asked: Asked): Promise<KeptAnswer> {
    const { address, path } = asked;
    const readable = this.watch().readable();
    const found = this.cache.find(edition, address);
    if (found && readable) {
      countPage('kept');
      return found;
    }
    if (readable) {
      const make = () => this.places.reading.run(() => this.maker.fresh(asked));
      const answer = await inTime(this.cache.get(edition, address, make));
      if (answer && answer.status < 500) {
        countPage('made');
        return answer;
      }
      // It may be a refusal with reasons of its own, of something that was never there.
      if (answer && !this.cache.lastKnown(address)) return answer;
    }
    // The database is away: what was seen before is still true of its edition.
    countPage('away');
    const last = this.cache.lastKnown(address);
    return last ? asOf(last) : this.maker.unavailable('away', path);
  }
}

/** What comes in time; null for what does not. It goes on being made, and keeps its place until it is. */
async function inTime<Result>(making: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limits.making);
  });
  try {
    return await Promise.race([making, late]);
  } finally {
    clearTimeout(timer);
    making.catch(() => undefined);
  }
}
