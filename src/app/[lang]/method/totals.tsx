import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { RaisedInFull } from '@/database/queries/money-raised';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { formatTotal } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { amountDisputed, eventTitle } from '@/lists/funding/event-words';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { standingText } from '../funding/money-explained';
import type { MethodFacts } from './method-facts';

/** The total of one organization worked out event by event, and everything on record with what is left out of it. */
export function Totals({ lang, facts: { sum, total } }: { lang: Lang; facts: MethodFacts }) {
  const words = methodWords[lang];
  return (
    <>
      {sum === null ? null : <Sum lang={lang} events={sum.events} money={sum.money} />}
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

type SumProps = { lang: Lang; events: readonly FundingEventInFull[]; money: RaisedInFull };

function Sum({ lang, events, money }: SumProps) {
  const words = methodWords[lang];
  const [first] = events;
  if (first === undefined) return null;
  const name = words.sum(first.organization.name[lang]);
  const names = new Map(events.map((event) => [event.slug, eventTitle(event, lang)]));
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
              announced === null ? (
                <Unknown lang={lang} why="unknown" />
              ) : (
                <PartialTime lang={lang} date={announced} />
              ),
          },
          { key: 'amount', header: words.amount, cell: (event) => <Stated lang={lang} event={event} /> },
          {
            key: 'counted',
            header: words.inTotal,
            cell: (event) => {
              const standing = money.standings.get(event.id);
              const text =
                standing && standingText(standing, event.type === 'cumulative', names, 'CNY', lang);
              return standing?.as === 'counted' ? text : <span className="text-muted">{text}</span>;
            },
          },
        ]}
        total={[
          {
            key: 'total',
            cells: [words.total, nothing('date'), nothing('amount'), formatTotal(money.total, 'CNY', lang)],
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
