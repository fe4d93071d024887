import type { FundingEventInFull, FundingStatementInFull } from '@/database/queries/funding-events-in-full';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { readThrough } from '@/domain/source-via';
import { evidenceWords } from '@/i18n/evidence';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { sourceName } from '@/i18n/source-byline';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceGlyph } from '@/ui/evidence-glyph';
import { PartialTime } from '@/ui/partial-time';
import { Unknown } from '@/ui/unknown';

type Props = { lang: Lang; event: FundingEventInFull };

interface Field {
  key: string;
  label: string;
  cell: (statement: FundingStatementInFull) => React.ReactNode;
}

/** One column a source, one row a field: what each of them says. */
export function Statements({ lang, event }: Props) {
  const words = fundingPage[lang];
  const { statements } = event;
  const columns: Column<Field>[] = [
    { key: 'field', header: words.field, width: '7rem', cell: ({ label }) => label },
    ...statements.map(
      (statement): Column<Field> => ({
        key: String(statement.position),
        header: <SourceName lang={lang} statement={statement} />,
        cell: ({ cell }) => cell(statement),
      }),
    ),
  ];
  const rows = fields(lang).filter(
    ({ key }) => !optional.has(key) || statements.some((statement) => said(statement, key)),
  );
  return (
    <DataTable
      caption={words.statements}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      wide={statements.length > 4}
    />
  );
}

/** Rows that stand only where some source fills them. */
const optional = new Set(['standing', 'valuation', 'doubt', 'note', 'locator']);

function said(statement: FundingStatementInFull, key: string): boolean {
  if (key === 'standing') return statement.standing === 'superseded';
  if (key === 'valuation') return statement.valuation !== null;
  if (key === 'doubt') return statement.doubt !== null;
  return key === 'note' ? statement.note !== null : statement.locator !== null;
}

function SourceName({ lang, statement: { source } }: { lang: Lang; statement: FundingStatementInFull }) {
  return (
    <>
      <a href={href(lang, `/sources/${source.slug}`)}>{sourceName(source, lang)}</a>
      {source.published === null ? null : (
        <PartialTime lang={lang} date={source.published} className="block font-normal text-tiny" />
      )}
    </>
  );
}

function fields(lang: Lang): Field[] {
  const words = fundingPage[lang];
  const notSaid = <span className="text-faint">{words.notSaid}</span>;
  return [
    { key: 'round', label: words.round, cell: ({ round }) => round ?? notSaid },
    { key: 'amount', label: words.amount, cell: ({ amount }) => <Amount lang={lang} amount={amount} /> },
    {
      key: 'announced',
      label: words.announced,
      cell: ({ announced }) => (announced === null ? notSaid : <PartialTime lang={lang} date={announced} />),
    },
    {
      key: 'valuation',
      label: words.valuation,
      cell: ({ valuation }) => (
        <>
          {valuation === null ? notSaid : valuation.text}
          {valuation === null || valuation.when === 'not-stated' ? null : (
            <span className="text-muted"> {words[valuation.when]}</span>
          )}
        </>
      ),
    },
    {
      key: 'kind',
      label: words.kind,
      cell: ({ kind, seen, doubt, source }) => (
        <span className="text-small">
          <span className="inline-block align-middle">
            <EvidenceGlyph kind={kind} seen={seen} doubt={doubt !== null} secondHand={readThrough(source)} />
          </span>{' '}
          {evidenceWords[lang][kind]}
          {seen ? null : marks[lang].semicolon + evidenceWords[lang].unseen}
        </span>
      ),
    },
    {
      key: 'standing',
      label: words.standing,
      cell: ({ standing }) => (standing === 'stands' ? words.stands : words.superseded),
    },
    {
      key: 'doubt',
      label: words.doubt,
      cell: ({ doubt }) => <span className="text-accent">{doubt?.[lang]}</span>,
    },
    { key: 'note', label: words.note, cell: ({ note }) => note?.[lang] },
    {
      key: 'locator',
      label: words.place,
      cell: ({ locator }) => <span className="text-small">{locator}</span>,
    },
  ];
}

function Amount({ lang, amount }: { lang: Lang; amount: FundingStatementInFull['amount'] }) {
  if (amount === null) return <span className="text-faint">{fundingPage[lang].notSaid}</span>;
  if (amount.kind === 'undisclosed') return <Unknown lang={lang} why="undisclosed" />;
  const range = formatAmount(amount, amount.currency, lang);
  return (
    <>
      {amount.text ?? range}
      {amount.text === null || amount.kind === 'exact' ? null : (
        <span className="block text-muted text-small">{range}</span>
      )}
    </>
  );
}
