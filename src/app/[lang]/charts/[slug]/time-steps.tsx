import { type Answer, chartPath } from '@/charts/engine/answer';
import { nextPeriod, periodBefore } from '@/charts/facts/calendar';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';

/** Steps through time, quarter by quarter, as plain links; the picture shows everything up to the quarter. */
export function TimeSteps({ lang, answer }: { lang: Lang; answer: Answer }) {
  const { span, state } = answer;
  if (!span || span.first === span.last) return null;
  const words = chartWords[lang];
  const from = typeof state.from === 'string' && state.from > span.first ? state.from : span.first;
  const to = typeof state.to === 'string' && state.to < span.last ? state.to : null;
  const link = (quarter: string) => {
    const query = new URLSearchParams(answer.query);
    if (quarter === span.last) query.delete('to');
    else query.set('to', quarter);
    query.sort();
    return href(lang, chartPath({ chart: answer.chart, query: query.toString() }));
  };
  const earlier = periodBefore(to ?? span.last);
  const later = to === null ? null : nextPeriod(to);
  return (
    <nav className="time-steps" aria-label={words.timeStep}>
      {earlier >= from ? (
        <a href={link(earlier)} rel="nofollow prev">
          ‹ {words.timeEarlier}
        </a>
      ) : (
        <span aria-disabled="true">‹ {words.timeEarlier}</span>
      )}
      <strong>{to === null ? words.timeAll : words.timeTo(to)}</strong>
      {later === null ? (
        <span aria-disabled="true">{words.timeLater} ›</span>
      ) : (
        <a href={link(later)} rel="nofollow next">
          {words.timeLater} ›
        </a>
      )}
    </nav>
  );
}
