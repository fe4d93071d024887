import { periodBefore, periodOfDay } from '@/charts/facts/calendar';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { fundingEventsMatching, idsAt } from '@/database/queries/funding-events-matching';
import { modelsInBrief } from '@/database/queries/models-in-brief';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import { type NewestFigure, newestFigures } from '@/database/queries/newest-figures';
import type { Facts } from '@/database/reading';
import { firstOf } from '@/domain/first-of';
import { dateSpan, type PartialDate } from '@/domain/partial-date';
import type { Total } from '@/domain/totals';
import { everyEvent, totalOfEvents } from '@/lists/funding/total-of-events';
import type { IndicatorTheme } from '@/records/indicator/schema';

/** Entries of one kind of news. */
const shown = 5;
/** Figures that are read for them: those of one subject and day share an entry. */
const figuresRead = 15;

/** Values of one subject and time, of several indicators: what a model costs for input and for output. */
export interface FigureNews {
  subject: NewestFigure['subject'];
  date: PartialDate;
  figures: NewestFigure[];
}

/** What is new in the industry by the date of the fact, however late it was entered. */
export interface StateOfIndustry {
  models: ModelInFull[];
  funding: FundingEventInFull[];
  prices: FigureNews[];
  usage: FigureNews[];
  /** The newest date on record of each kind; null where none is dated. */
  newest: Record<'models' | 'funding' | 'prices' | 'usage', PartialDate | null>;
  /** What happened in the newest quarter on record and the one before it; null where nothing is dated. */
  lately: { since: string; models: number; events: number; total: Total } | null;
}

/** The newest first; of two that begin on the same day the one that is known more exactly. */
function newer(a: PartialDate, b: PartialDate): number {
  const [one, other] = [dateSpan(a), dateSpan(b)];
  if (one.from !== other.from) return one.from < other.from ? 1 : -1;
  return one.to < other.to ? -1 : one.to > other.to ? 1 : 0;
}

function newsOf(theme: IndicatorTheme, figures: readonly NewestFigure[]): FigureNews[] {
  const news = new Map<string, FigureNews>();
  for (const figure of figures) {
    if (figure.theme !== theme) continue;
    const key = `${figure.date} ${figure.subject.zh}`;
    const entry = news.get(key) ?? { subject: figure.subject, date: figure.date, figures: [] };
    entry.figures.push(figure);
    news.set(key, entry);
  }
  return [...news.values()].slice(0, shown);
}

/** Reads what is new in models, money, prices and usage. */
export async function stateOfIndustry(facts: Facts): Promise<StateOfIndustry> {
  const dated = (await modelsInBrief(facts)).flatMap((model) =>
    model.released === null ? [] : [{ ...model, released: model.released }],
  );
  const newestModels = firstOf(
    dated,
    shown,
    (a, b) => newer(a.released, b.released) || (a.slug < b.slug ? -1 : 1),
  );
  const events = await fundingEventsMatching(facts, everyEvent);
  const funding = await fundingEventsInFull(facts, idsAt(events, events.rows.subarray(0, shown)));
  const figures = await newestFigures(facts, ['prices', 'usage'], figuresRead);
  const [prices, usage] = [newsOf('prices', figures), newsOf('usage', figures)];
  const models = await modelsInFull(
    facts,
    newestModels.map(({ id }) => id),
  );
  const newest = {
    models: newestModels[0]?.released ?? null,
    funding: funding[0]?.announced ?? null,
    prices: prices[0]?.date ?? null,
    usage: usage[0]?.date ?? null,
  };
  const days = [newest.models, newest.funding].flatMap((date) =>
    date === null ? [] : [dateSpan(date).from],
  );
  const last = days.sort().at(-1);
  return {
    models: newestModels.flatMap(({ id }) => models.find((model) => model.id === id) ?? []),
    funding,
    prices,
    usage,
    newest,
    lately: last === undefined ? null : await latelyOf(facts, last, dated),
  };
}

async function latelyOf(
  facts: Facts,
  last: string,
  dated: readonly { released: PartialDate }[],
): Promise<StateOfIndustry['lately']> {
  const since = periodBefore(periodOfDay(last, 'quarter'));
  const { from } = dateSpan(`${since.slice(0, 4)}-${since.slice(4)}`);
  const events = await fundingEventsMatching(facts, { ...everyEvent, from });
  return {
    since,
    models: dated.filter(({ released }) => dateSpan(released).from >= from).length,
    events: events.rows.length,
    total: totalOfEvents(events),
  };
}
