import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import { fundingTypeNames } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { overview } from '@/i18n/overview';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { amountDisputed, moneyIn, roundWords } from '../funding/event-words';

type Props = { lang: Lang; events: readonly FundingEventInFull[]; all: number };

/** The newest funding events, one a line. */
export function NewestFunding({ lang, events, all }: Props) {
  const words = overview[lang];
  return (
    <Section
      id="funding"
      title={words.newestFunding}
      more={<a href={href(lang, '/funding')}>{words.allFunding(all)}</a>}
    >
      {events.length === 0 ? (
        <p className="table-empty">{words.noFunding}</p>
      ) : (
        <ol className="overview-funding">
          {events.map((event) => (
            <li key={event.slug}>
              <Line lang={lang} event={event} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Line({ lang, event }: { lang: Lang; event: FundingEventInFull }) {
  const { organization, round, type, announced, slug } = event;
  const typeName = fundingTypeNames[type][lang];
  const roundName = roundWords(round, lang).name;
  return (
    <>
      <p className="overview-event">
        <a href={href(lang, `/funding/${slug}`)}>
          <strong>{organization.name[lang]}</strong> {roundName ?? typeName}
        </a>
        {type === 'round' || roundName === null || roundName === typeName ? null : (
          <>
            {' '}
            <Tag>{typeName}</Tag>
          </>
        )}
      </p>
      <p className="overview-amount">
        <Amount lang={lang} event={event} />
      </p>
      <p className="overview-date">
        {announced === null ? overview[lang].undated : <PartialTime lang={lang} date={announced} />}
      </p>
    </>
  );
}

function Amount({ lang, event }: { lang: Lang; event: FundingEventInFull }) {
  const { amount, evidence, id } = event;
  const stated = evidenceForField(evidence, 'amount');
  return (
    <Value
      evidence={
        <EvidenceMark
          lang={lang}
          id={`event-${id}`}
          evidence={stated.length > 0 ? stated : evidence}
          disputed={amountDisputed(event)}
        />
      }
    >
      {amount.currency === null ? (
        <Unknown lang={lang} why="undisclosed" />
      ) : (
        <RangeText lang={lang} min={amount.min} max={amount.max} format={moneyIn(amount.currency, lang)} />
      )}
    </Value>
  );
}
