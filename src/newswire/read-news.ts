import { readChineseNews } from './chinese/read-chinese-news';
import { type CleanText, cleanText } from './clean-text';
import { readEnglishNews } from './english/read-english-news';
import { withoutRepeats } from './gather-events';
import type { Found, NewsEvent, Span } from './news-event';
import { cut, isChinese } from './plain-text';

/** Longest text that is read, in characters; what stands beyond is left. */
export const longestNews = 200_000;

/** What the reader may know beside the text. */
export interface KnownNames {
  /** Names of organizations, as they are written. */
  organizations: readonly string[];
  /** The day of the news (ISO): it tells the year of a day that has none. */
  day?: string;
}

const goesOn =
  /^\s*(?:The (?:[\w-]+ ){0,2}(?:round|funding|financing|investment|raise|deal|company|startup)\b|It\b|本轮|此轮|本次融资|此次融资|该轮|投资方|公司)/;

/**
 * Reads the funding events of a text, Chinese (simplified or traditional) or English, with or without markup.
 * Deterministic, without network; never throws. A line of its own, a list item and a sentence may each tell of another
 * company; what a later sentence adds (本轮由…领投) goes to the event before it. Names are as the text writes them.
 */
export function readNews(text: string, known: KnownNames = { organizations: [] }): NewsEvent[] {
  const clean = cleanText(text.slice(0, longestNews));
  const lines = cut({ text: clean.plain, start: 0 }, /\r?\n/g);
  const events: NewsEvent[] = [];
  for (const line of lines) {
    // 'The round was led by …' on a line of its own belongs to the event of the line before.
    const before = goesOn.test(line.text) ? events.at(-1) : undefined;
    const read = isChinese(line.text)
      ? readChineseNews(line, known, before)
      : readEnglishNews(line, known.day, before);
    events.push(...read);
  }
  return withoutRepeats(events).map((event) => asWritten(event, clean));
}

/** The event with its names and labels as they stand in the text, at their places there. */
function asWritten(event: NewsEvent, { plain, shown, places }: CleanText): NewsEvent {
  const placed = ({ start, end }: Span): Span => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
  });
  const written = (value: string, { start, end }: Span) => {
    const own = plain.slice(start, end);
    const original = shown.slice(start, end);
    if (own === original) return value;
    if (value === own) return original;
    // A label that was put in order (Pre-A轮) keeps the characters of the text.
    return [...value].map((character) => original[own.indexOf(character)] ?? character).join('');
  };
  const named = (found: Found<string>) => ({ ...placed(found), value: written(found.value, found) });
  const money = <Money extends { text: string }>(found: Found<Money> | null) =>
    found && { ...placed(found), value: { ...found.value, text: written(found.value.text, found) } };
  return {
    ...event,
    company: named(event.company),
    round: event.round && named(event.round),
    amount: money(event.amount),
    valuation: money(event.valuation),
    investors: event.investors.map((each) => ({
      ...placed(each),
      value: { ...each.value, name: written(each.value.name, each) },
    })),
    date: event.date && { ...event.date, ...placed(event.date) },
  };
}
