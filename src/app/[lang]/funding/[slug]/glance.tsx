import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import type { PartialDate } from '@/domain/partial-date';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { amountDisputed, moneyIn, roundWords, statedValuations } from '@/lists/funding/event-words';
import { fundingTypeNames } from '@/records/funding-event/book';
import { VendorBadge } from '@/ui/badges';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';

type Props = { lang: Lang; event: FundingEventInFull };

/** The facts of the event, one a line. */
export function Glance({ lang, event }: Props) {
  const words = fundingPage[lang];
  const { organization, round, amount, type, closed, registered, greenshoeIncluded, note } = event;
  const mark = (field: string, disputed = false) => (
    <EvidenceMark
      lang={lang}
      id={`glance-${field}`}
      evidence={evidenceForField(event.evidence, field)}
      disputed={disputed}
    />
  );
  const { name, label } = roundWords(round, lang);
  const date = (term: string, field: string, value: PartialDate | null): Definition[] =>
    value === null
      ? []
      : [
          {
            term,
            value: (
              <Value evidence={mark(field)}>
                <PartialTime lang={lang} date={value} />
              </Value>
            ),
          },
        ];
  const items: Definition[] = [
    {
      term: words.organization,
      value: (
        <VendorBadge
          slug={organization.slug}
          name={organization.name[lang]}
          href={href(lang, `/vendors/${organization.slug}`)}
        />
      ),
    },
    {
      term: words.round,
      value:
        name === null ? (
          <Unknown lang={lang} why="unknown" />
        ) : (
          <Value evidence={mark('round')}>
            {label === null
              ? name
              : lang === 'zh'
                ? `${name}（${words.statedAs(label)}）`
                : `${name} (${words.statedAs(label)})`}
          </Value>
        ),
    },
    { term: words.type, value: fundingTypeNames[type][lang] },
    {
      term: words.amount,
      value: (
        <Value evidence={mark('amount', amountDisputed(event))}>
          {amount.currency === null ? (
            <Unknown lang={lang} why="undisclosed" />
          ) : (
            <RangeText
              lang={lang}
              min={amount.min}
              max={amount.max}
              format={moneyIn(amount.currency, lang)}
            />
          )}
        </Value>
      ),
    },
    ...bounds(event, lang),
    {
      term: words.valuation,
      value:
        statedValuations(event).length === 0 ? (
          <Unknown lang={lang} why="unknown" />
        ) : (
          <Value evidence={mark('valuation')}>
            {statedValuations(event)
              .map(({ text, when }) => (when === 'not-stated' ? text : `${text} (${words[when]})`))
              .join(lang === 'zh' ? '；' : '; ')}
          </Value>
        ),
    },
    ...(event.announced === null
      ? [{ term: words.announced, value: <Unknown lang={lang} why="unknown" /> }]
      : date(words.announced, 'announced', event.announced)),
    ...date(words.closed, 'closed', closed),
    ...date(words.registered, 'registered', registered),
    ...(greenshoeIncluded === null
      ? []
      : [{ term: words.greenshoe, value: greenshoeIncluded ? words.greenshoeIn : words.greenshoeOut }]),
    ...(note === null ? [] : [{ term: words.note, value: note[lang] }]),
  ];
  return <DefinitionList items={items} />;
}

/** Whether each bound was stated, or follows from the words. */
function bounds({ amount }: FundingEventInFull, lang: Lang): Definition[] {
  const words = fundingPage[lang];
  const { min, max, minBound, maxBound } = amount;
  if (min === max) return [];
  const parts = [
    ...(min === null || minBound === null ? [] : [words.lower(words[minBound])]),
    ...(max === null || maxBound === null ? [] : [words.upper(words[maxBound])]),
  ];
  return parts.length === 0 ? [] : [{ term: words.bounds, value: parts.join(lang === 'zh' ? '，' : ', ') }];
}
