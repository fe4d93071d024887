import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingStatementInFull } from '@/database/queries/funding-events-in-full';
import { type AmountRange, formatAmount } from '@/domain/amount';
import { readAmount } from '@/domain/amount-phrase';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { sourceName } from '@/i18n/source-byline';
import { eventTitle, moneyIn } from '@/lists/funding/event-words';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeBar } from '@/ui/range-bar';
import { Value } from '@/ui/value';
import type { MethodFacts } from './method-facts';

/** How a phrase becomes a range, by the rules that read the news, and an event that two sources tell differently. */
export function Ranges({ lang, facts: { example } }: { lang: Lang; facts: MethodFacts }) {
  const words = methodWords[lang];
  const rows = words.phrases.flatMap((phrase) => {
    const range = readAmount(phrase)?.range;
    return range === undefined ? [] : [{ phrase, range }];
  });
  return (
    <>
      <div className="max-w-text">
        <DataTable
          caption={words.ranges}
          captionHidden
          stack
          rows={rows}
          rowKey={({ phrase }) => phrase}
          columns={[
            { key: 'phrase', header: words.phrase, cell: ({ phrase }) => phrase },
            {
              key: 'range',
              header: words.range,
              cell: ({ range }) =>
                range.kind === 'undisclosed' ? words.noNumber : formatAmount(range, 'CNY', lang),
            },
            { key: 'bounds', header: words.bounds, cell: ({ range }) => boundsText(range, lang) },
          ]}
        />
      </div>
      {example === null ? null : <Example lang={lang} event={example} />}
    </>
  );
}

/** Which ends the source stated, and which follow from its words. */
function boundsText({ min, max, minBound, maxBound }: AmountRange, lang: Lang): string {
  const words = methodWords[lang];
  if (min === null && max === null) return words.counted;
  if (min === max) return words.exact;
  const floor = min === null ? words.noFloor : words.floor(words[minBound ?? 'soft']);
  const ceiling = max === null ? words.noCeiling : words.ceiling(words[maxBound ?? 'soft']);
  if (min !== null && max !== null && minBound === maxBound) return words.bothEnds(words[minBound ?? 'soft']);
  return `${floor}${words.comma}${ceiling}`;
}

function Example({ lang, event }: { lang: Lang; event: NonNullable<MethodFacts['example']> }) {
  const words = methodWords[lang];
  const { currency, min, max } = event.amount;
  if (currency === null || min === null || max === null) return null;
  const format = moneyIn(currency, lang);
  const standing = event.statements.filter((each) => each.standing === 'stands' && each.amount !== null);
  return (
    <div className="mt-8 max-w-text text-table">
      <h3 className="mb-2">
        {words.example}
        <a href={href(lang, `/funding/${event.slug}`)}>{eventTitle(event, lang)}</a>
      </h3>
      <DataTable
        caption={words.example + eventTitle(event, lang)}
        captionHidden
        stack
        sparse
        rows={standing}
        rowKey={({ position }) => String(position)}
        columns={[
          { key: 'source', header: words.source, cell: (each) => <Source lang={lang} statement={each} /> },
          { key: 'phrase', header: words.phrase, cell: ({ amount }) => amount?.text },
          {
            key: 'range',
            header: words.range,
            cell: ({ amount }) => (amount === null ? null : formatAmount(amount, amount.currency, lang)),
          },
          {
            key: 'bar',
            header: words.bar,
            cell: ({ amount }) =>
              amount === null || amount.min === null ? null : (
                <RangeBar lang={lang} min={amount.min} max={amount.max} full={max} format={format} />
              ),
          },
        ]}
        total={[
          {
            key: 'together',
            cells: [
              words.together,
              <span key="phrase" className="nothing" />,
              <Value
                key="range"
                evidence={
                  <EvidenceMark
                    lang={lang}
                    id="example"
                    evidence={evidenceForField(event.evidence, 'amount')}
                    disputed
                  />
                }
              >
                {formatAmount(event.amount, currency, lang)}
              </Value>,
              <RangeBar key="bar" lang={lang} min={min} max={max} full={max} format={format} />,
            ],
          },
        ]}
        note={words.exampleNote}
      />
    </div>
  );
}

function Source({ lang, statement: { source } }: { lang: Lang; statement: FundingStatementInFull }) {
  return (
    <>
      <a href={href(lang, `/sources/${source.slug}`)}>{sourceName(source, lang)}</a>
      {source.published === null ? null : (
        <PartialTime lang={lang} date={source.published} className="block text-muted text-small" />
      )}
    </>
  );
}
