import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import { secondHandOf } from '@/domain/evidence';
import { evidenceWords } from '@/i18n/evidence';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import {
  amountDisputed,
  moneyIn,
  roundWords,
  sourceCount,
  statedAmounts,
  statedValuations,
} from '@/lists/funding/event-words';
import { fundingTypeNames, participationRoleNames } from '@/records/funding-event/book';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';
import { Tag } from '@/ui/tag';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';

/** Investors named in the list; the event's own page names all. */
const namedInvestors = 4;

type Props = {
  lang: Lang;
  events: readonly FundingEventInFull[];
  currency: 'CNY' | 'USD';
  caption: string;
  /** The investor whose rounds these are: what it did in each is said first. */
  investor?: string;
};

/** Funding events, one a row. */
export function FundingTable({ lang, events, currency, caption, investor }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns(lang, currency, investor)}
      rows={events}
      rowKey={({ slug }) => slug}
      stack
    />
  );
}

function columns(lang: Lang, currency: 'CNY' | 'USD', investor?: string): Column<FundingEventInFull>[] {
  const words = fundingPage[lang];
  return [
    { key: 'event', header: words.organization, cell: (event) => <EventName lang={lang} event={event} /> },
    {
      key: 'date',
      header: words.date,
      cell: ({ announced }) =>
        announced === null ? (
          <span className="text-faint">{words.undated}</span>
        ) : (
          <PartialTime lang={lang} date={announced} className="whitespace-nowrap" />
        ),
    },
    ...(investor === undefined
      ? []
      : [
          {
            key: 'role',
            header: words.ownRole,
            cell: (event: FundingEventInFull) => <OwnRole lang={lang} event={event} investor={investor} />,
          },
        ]),
    { key: 'amount', header: words.amount, cell: (event) => <Amount lang={lang} event={event} /> },
    {
      key: 'converted',
      header: `${words.converted} ${currency}`,
      align: 'end',
      cell: (event) => <Converted lang={lang} event={event} currency={currency} />,
    },
    { key: 'valuation', header: words.valuation, cell: (event) => <Valuation lang={lang} event={event} /> },
    {
      key: 'investors',
      header: words.investors,
      width: '16rem',
      cell: (event) => <Investors lang={lang} event={event} />,
    },
    {
      key: 'sources',
      header: words.sources,
      align: 'end',
      width: '4.5rem',
      cell: (event) => <Sources lang={lang} event={event} />,
    },
  ];
}

type CellProps = { lang: Lang; event: FundingEventInFull };

function EventName({ lang, event }: CellProps) {
  const words = fundingPage[lang];
  const { name, label } = roundWords(event.round, lang);
  return (
    <>
      <a
        href={href(lang, `/vendors/${event.organization.slug}`)}
        className="font-semibold no-underline hover:underline"
      >
        {event.organization.name[lang]}
      </a>{' '}
      <a href={href(lang, `/funding/${event.slug}`)} className="whitespace-nowrap">
        {name ?? words.noRound}
      </a>
      {label === null ? null : (
        <span className="block font-normal text-muted text-small">{words.statedAs(label)}</span>
      )}
      {event.type === 'round' || fundingTypeNames[event.type][lang] === name ? null : (
        <>
          {' '}
          <Tag>{fundingTypeNames[event.type][lang]}</Tag>
        </>
      )}
    </>
  );
}

function Amount({ lang, event }: CellProps) {
  const { amount } = event;
  const stated = statedAmounts(event);
  const mark = (
    <EvidenceMark
      lang={lang}
      id={`funding-${event.id}-amount`}
      evidence={evidenceForField(event.evidence, 'amount')}
      disputed={amountDisputed(event)}
      inFull={`/funding/${event.slug}`}
    />
  );
  if (amount.currency === null) {
    return (
      <Value evidence={mark}>
        <Unknown lang={lang} why="undisclosed" />
      </Value>
    );
  }
  const exact = amount.kind === 'exact' && stated.length <= 1;
  return (
    <>
      <Value evidence={mark}>
        <RangeText lang={lang} min={amount.min} max={amount.max} format={moneyIn(amount.currency, lang)} />
      </Value>
      {exact || stated.length === 0 ? null : (
        <span className="block text-muted text-small">
          {stated.map((text) => quoted(text, lang)).join(lang === 'zh' ? '；' : '; ')}
        </span>
      )}
    </>
  );
}

function quoted(text: string, lang: Lang): string {
  return lang === 'zh' ? `“${text}”` : `“${text}”`;
}

function Converted({ lang, event, currency }: CellProps & { currency: 'CNY' | 'USD' }) {
  const { min, max } = event.converted[currency];
  if (event.amount.currency === null) return <span className="text-faint">—</span>;
  if (min === null && max === null) return <Unknown lang={lang} why="unknown" />;
  return (
    <span className="whitespace-nowrap">
      <RangeText lang={lang} min={min} max={max} format={moneyIn(currency, lang)} />
    </span>
  );
}

function Valuation({ lang, event }: CellProps) {
  const words = fundingPage[lang];
  const found = statedValuations(event);
  if (found.length === 0) return <span className="text-faint">—</span>;
  return (
    <Value
      evidence={
        <EvidenceMark
          lang={lang}
          id={`funding-${event.id}-valuation`}
          evidence={evidenceForField(event.evidence, 'valuation')}
          inFull={`/funding/${event.slug}`}
        />
      }
    >
      {found
        .map(({ text, when }) => (when === 'not-stated' ? text : `${text} (${words[when]})`))
        .join(lang === 'zh' ? '；' : '; ')}
    </Value>
  );
}

/** How many sources, and through what they were read where none of them was read at its publisher. */
function Sources({ lang, event }: CellProps) {
  const through = secondHandOf(event.evidence);
  return (
    <>
      {fundingPage[lang].sourceCount(sourceCount(event))}
      {through === null ? null : (
        <span className="block text-muted text-small" title={evidenceWords[lang][through]}>
          {evidenceWords[lang][`${through}Short`]}
        </span>
      )}
    </>
  );
}

/** What one investor did in this round, and in no other. */
function OwnRole({ lang, event, investor }: CellProps & { investor: string }) {
  const role = event.participations.find((each) => each.investor.slug === investor)?.role ?? null;
  return role === null ? <Unknown lang={lang} why="unknown" /> : participationRoleNames[role][lang];
}

function Investors({ lang, event }: CellProps) {
  const words = fundingPage[lang];
  const { participations } = event;
  if (participations.length === 0) return <Unknown lang={lang} why="unknown" />;
  const named = participations
    .slice(0, namedInvestors)
    .map(({ investor, role }) =>
      role === null || role === 'follow'
        ? investor.name[lang]
        : lang === 'zh'
          ? `${investor.name.zh}（${participationRoleNames[role].zh}）`
          : `${investor.name.en} (${participationRoleNames[role].en})`,
    )
    .join(lang === 'zh' ? '、' : ', ');
  return (
    <span className="text-small">
      {named}
      {participations.length > namedInvestors ? (
        <span className="text-muted">
          {lang === 'zh' ? ' ' : '; '}
          {words.moreInvestors(participations.length)}
        </span>
      ) : null}
    </span>
  );
}
