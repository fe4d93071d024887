import type { Lang } from '@/domain/bilingual';
import { newsWords } from '@/i18n/news';
import type { NewsEvent, Span } from '@/newswire/news-event';

type Field = 'company' | 'round' | 'amount' | 'valuation' | 'investors' | 'announced';
type Mark = Span & { field: Field };

function marksOf(events: readonly NewsEvent[]): Mark[] {
  const all = events.flatMap((event): Mark[] => [
    { ...event.company, field: 'company' },
    ...(event.round ? [{ ...event.round, field: 'round' as const }] : []),
    ...(event.amount ? [{ ...event.amount, field: 'amount' as const }] : []),
    ...(event.valuation ? [{ ...event.valuation, field: 'valuation' as const }] : []),
    ...event.investors.map((each) => ({ ...each, field: 'investors' as const })),
    ...(event.date ? [{ ...event.date, field: 'announced' as const }] : []),
  ]);
  const kept: Mark[] = [];
  // Marks do not overlap: the first one wins.
  for (const mark of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  }
  return kept;
}

/** The news with what was read marked in it; the field's name is the mark's title. */
export function MarkedText({
  lang,
  text,
  events,
}: {
  lang: Lang;
  text: string;
  events: readonly NewsEvent[];
}) {
  const words = newsWords[lang];
  const marks = marksOf(events);
  return (
    <blockquote className="news-text">
      {marks.map((mark, at) => (
        <span key={mark.start}>
          {text.slice(marks[at - 1]?.end ?? 0, mark.start)}
          <mark data-field={mark.field} title={words[mark.field]}>
            {text.slice(mark.start, mark.end)}
          </mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </blockquote>
  );
}
