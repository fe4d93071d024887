import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { formatTotal, type Total } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { RangeText } from '@/ui/range-text';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { amountDisputed, eventTitle, moneyIn } from '../funding/event-words';
import type { MethodFacts } from './method-facts';

/** The total of one organization worked out event by event, and everything on record with what is left out of it. */
export function Totals({ lang, facts: { sum, total } }: { lang: Lang; facts: MethodFacts }) {
  const words = methodWords[lang];
  return (
    <>
      {sum === null ? null : <Sum lang={lang} events={sum.events} total={sum.total} />}
      <h3 className="mt-8 mb-1">{words.all}</h3>
      <p className="text-table">
        <a href={href(lang, '/funding')}>{formatTotal(total, 'CNY', lang)}</a>
      </p>
      {total.leftOut.length === 0 ? null : (
        <>
          <p className="mt-2 text-muted text-table">{words.leftOut}</p>
          <ul className="text-table">
            {total.leftOut.map(({ why, count }) => (
              <li key={why.en}>{fundingPage[lang].leftOutOf(why[lang], count)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** An empty cell that stacked rows leave out. */
const nothing = (key: string) => <span key={key} className="nothing" />;

type SumProps = { lang: Lang; events: readonly FundingEventInFull[]; total: Total };

function Sum({ lang, events, total }: SumProps) {
  const words = methodWords[lang];
  const [first] = events;
  if (first === undefined) return null;
  const name = words.sum(first.organization.name[lang]);
  return (
    <>
      <h3 className="mb-2">{name}</h3>
      <DataTable
        caption={name}
        captionHidden
        stack
        sparse
        rows={events}
        rowKey={({ slug }) => slug}
        columns={[
          {
            key: 'event',
            header: words.event,
            cell: (event) => <a href={href(lang, `/funding/${event.slug}`)}>{eventTitle(event, lang)}</a>,
          },
          {
            key: 'date',
            header: words.announced,
            cell: ({ announced }) =>
              announced === null ? <Unknown lang={lang} why="unknown" /> : formatPartialDate(announced, lang),
          },
          { key: 'amount', header: words.amount, cell: (event) => <Stated lang={lang} event={event} /> },
          {
            key: 'counted',
            header: words.inTotal,
            cell: (event) => <Counted lang={lang} event={event} />,
          },
        ]}
        total={[
          {
            key: 'total',
            cells: [words.total, nothing('date'), nothing('amount'), formatTotal(total, 'CNY', lang)],
          },
        ]}
      />
    </>
  );
}

type CellProps = { lang: Lang; event: FundingEventInFull };

function Stated({ lang, event }: CellProps) {
  const { amount } = event;
  if (amount.min === null && amount.max === null) return <Unknown lang={lang} why="undisclosed" />;
  return (
    <Value
      evidence={
        <EvidenceMark
          lang={lang}
          id={`sum-${event.id}`}
          evidence={evidenceForField(event.evidence, 'amount')}
          disputed={amountDisputed(event)}
        />
      }
    >
      {formatAmount(amount, amount.currency, lang)}
    </Value>
  );
}

function Counted({ lang, event }: CellProps) {
  const words = methodWords[lang];
  const { min, max } = event.converted.CNY;
  if (!event.raised) return <span className="text-muted">{words.not(event.leftOut?.[lang] ?? '')}</span>;
  if (event.amount.min === null && event.amount.max === null) return words.asUndisclosed;
  if (min === null && max === null)
    return <span className="text-muted">{words.not(fundingPage[lang].notConverted)}</span>;
  return <RangeText lang={lang} min={min} max={max} format={moneyIn('CNY', lang)} />;
}
