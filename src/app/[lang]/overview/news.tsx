import type { ReactNode } from 'react';
import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate, type PartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { formatParameters } from '@/i18n/numbers';
import { observedText } from '@/i18n/observed-value';
import { overview } from '@/i18n/overview';
import { recordPath } from '@/linking/record-path';
import { amountDisputed, moneyIn, roundWords } from '@/lists/funding/event-words';
import { fundingTypeNames } from '@/records/funding-event/book';
import { TierBadge } from '@/ui/badges';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';
import { Section } from '@/ui/section';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import type { FigureNews, StateOfIndustry } from './state-of-industry';

type Props = { lang: Lang; state: StateOfIndustry };

/** What is new in models, money, prices and usage, by the date of the fact. */
export function News({ lang, state }: Props) {
  const words = overview[lang];
  const { models, funding, prices, usage, newest } = state;
  return (
    <div className="overview-news">
      <Kind
        lang={lang}
        id="models"
        title={words.newModels}
        newest={newest.models}
        all={{ text: words.allModels, path: '/models?sort=released' }}
        entries={models.map((model) => modelEntry(lang, model))}
      />
      <Kind
        lang={lang}
        id="funding"
        title={words.newMoney}
        newest={newest.funding}
        all={{ text: words.allMoney, path: '/funding' }}
        entries={funding.map((event) => eventEntry(lang, event))}
      />
      <Kind
        lang={lang}
        id="prices"
        title={words.newPrices}
        newest={newest.prices}
        all={{ text: words.allFigures, path: '/indicators#theme-prices' }}
        entries={prices.map((news) => figureEntry(lang, news))}
      />
      <Kind
        lang={lang}
        id="usage"
        title={words.newUsage}
        newest={newest.usage}
        all={{ text: words.allFigures, path: '/indicators#theme-usage' }}
        entries={usage.map((news) => figureEntry(lang, news))}
      />
    </div>
  );
}

interface Entry {
  key: string;
  name: ReactNode;
  detail: ReactNode;
  date: PartialDate | null;
}

type KindProps = {
  lang: Lang;
  id: string;
  title: string;
  newest: PartialDate | null;
  all: { text: string; path: string };
  entries: readonly Entry[];
};

function Kind({ lang, id, title, newest, all, entries }: KindProps) {
  const words = overview[lang];
  return (
    <Section
      id={id}
      title={title}
      note={newest === null ? undefined : words.newestOn(formatPartialDate(newest, lang))}
    >
      {entries.length === 0 ? (
        <p className="table-empty">{words.nothingDated}</p>
      ) : (
        <ol>
          {entries.map(({ key, name, detail, date }) => (
            <li key={key}>
              <p className="overview-name">{name}</p>
              <p className="overview-detail">{detail}</p>
              <p className="overview-date">
                {date === null ? words.undated : <PartialTime lang={lang} date={date} />}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="overview-all">
        <a href={href(lang, all.path)}>{all.text} →</a>
      </p>
    </Section>
  );
}

function modelEntry(
  lang: Lang,
  { id, slug, name, vendor, tier, parameters, released, evidence }: ModelInFull,
): Entry {
  return {
    key: slug,
    name: <a href={href(lang, `/models/${slug}`)}>{name[lang]}</a>,
    detail: (
      <>
        <Value
          evidence={
            <EvidenceMark
              lang={lang}
              id={`new-model-${id}`}
              evidence={evidenceForField(evidence, 'released')}
              inFull={`/models/${slug}`}
            />
          }
        >
          {vendor.name[lang]}
        </Value>{' '}
        {tier === null ? null : <TierBadge lang={lang} tier={tier} />}
        {parameters === null ? null : ` ${formatParameters(lang, parameters)}`}
      </>
    ),
    date: released,
  };
}

function eventEntry(lang: Lang, event: FundingEventInFull): Entry {
  const { id, slug, organization, round, type, amount, announced, evidence } = event;
  const stated = evidenceForField(evidence, 'amount');
  const called = roundWords(round, lang).name ?? fundingTypeNames[type][lang];
  return {
    key: slug,
    name: (
      <a href={href(lang, `/funding/${slug}`)}>
        {organization.name[lang]} {called}
      </a>
    ),
    detail: (
      <Value
        evidence={
          <EvidenceMark
            lang={lang}
            id={`event-${id}`}
            evidence={stated.length > 0 ? stated : evidence}
            disputed={amountDisputed(event)}
            inFull={`/funding/${slug}`}
          />
        }
      >
        {amount.currency === null ? (
          <Unknown lang={lang} why="undisclosed" />
        ) : (
          <RangeText lang={lang} min={amount.min} max={amount.max} format={moneyIn(amount.currency, lang)} />
        )}
      </Value>
    ),
    date: announced,
  };
}

function figureEntry(lang: Lang, { subject, date, figures }: FigureNews): Entry {
  const words = overview[lang];
  const [first] = figures;
  const path = first ? (recordPath('indicator', first.indicator.slug) ?? '/indicators') : '/indicators';
  return {
    key: `${date} ${subject.en}`,
    name: <a href={href(lang, path)}>{subject[lang]}</a>,
    detail: figures.map((figure) => (
      <span key={figure.id} className="overview-figure">
        {figure.indicator.name[lang]}{' '}
        <Value evidence={<EvidenceMark lang={lang} id={`figure-${figure.id}`} evidence={figure.evidence} />}>
          {observedText(figure, lang)}
        </Value>
        {figure.previous === null ? null : (
          <span className="text-muted">
            {' '}
            {words.before(observedText(figure.previous, lang), formatPartialDate(figure.previous.date, lang))}
          </span>
        )}
      </span>
    )),
    date,
  };
}
