import type { FundingStatementInFull } from '@/database/queries/funding-events-in-full';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { dateSpan, formatPartialDate } from '@/domain/partial-date';
import { formatRound, parseRound } from '@/domain/round';
import { agreementWords } from '@/i18n/funding';
import { marks } from '@/i18n/marks';
import { sourceName } from '@/i18n/source-byline';

/** How the standing statements on one field stand to each other. */
export type Agreement = 'none' | 'one' | 'same' | 'compatible' | 'differ';

/** The fields on which sources are compared. */
export const agreementFields = ['round', 'amount', 'announced', 'valuation'] as const;
export type AgreementField = (typeof agreementFields)[number];

interface Said {
  who: string;
  what: string;
  /** Equal keys say the same. */
  key: string;
  /** First and last point that the words allow, where they can be compared. */
  span: { scale: string; from: number; to: number } | null;
}

function rangeSpan(scale: string, min: number | null, max: number | null): Said['span'] {
  return { scale, from: min ?? 0, to: max ?? Number.POSITIVE_INFINITY };
}

function saidOf(statement: FundingStatementInFull, field: AgreementField, lang: Lang): Said | null {
  const who = sourceName(statement.source, lang);
  const { round, amount, announced, valuation } = statement;
  if (field === 'round' && round !== null) {
    const read = parseRound(round);
    const name = read.ok ? formatRound(read.round, lang) : round;
    return { who, what: name, key: name, span: null };
  }
  if (field === 'amount' && amount !== null && amount.kind !== 'undisclosed') {
    const range = formatAmount(amount, amount.currency, lang);
    return {
      who,
      what: amount.text ?? range,
      key: `${amount.currency} ${amount.min} ${amount.max}`,
      span: rangeSpan(amount.currency ?? '', amount.min, amount.max),
    };
  }
  if (field === 'announced' && announced !== null) {
    const { from, to } = dateSpan(announced);
    return {
      who,
      what: formatPartialDate(announced, lang),
      key: announced,
      span: { scale: 'day', from: Date.parse(from), to: Date.parse(to) },
    };
  }
  if (field === 'valuation' && valuation !== null) {
    const { text, currency, min, max, when } = valuation;
    return {
      who,
      what: text,
      key: `${currency} ${min} ${max}`,
      // What a company was worth before and after the money cannot contradict each other.
      span: rangeSpan(`${currency} ${when}`, min, max),
    };
  }
  return null;
}

function agreementOf(said: readonly Said[]): Agreement {
  if (said.length < 2) return said.length === 0 ? 'none' : 'one';
  if (new Set(said.map(({ key }) => key)).size === 1) return 'same';
  const spans = said.map(({ span }) => span);
  const [first] = spans;
  const comparable = first && spans.every((span) => span?.scale === first.scale);
  if (!comparable) return 'differ';
  const from = Math.max(...spans.map((span) => span?.from ?? 0));
  const to = Math.min(...spans.map((span) => span?.to ?? 0));
  return from <= to ? 'compatible' : 'differ';
}

/** How far the sources of an event agree on a field, and a sentence that says so with what each of them says. */
export function agreementOn(
  statements: readonly FundingStatementInFull[],
  field: AgreementField,
  lang: Lang,
  together: string | null = null,
): { agreement: Agreement; text: string } {
  const words = agreementWords[lang];
  const standing = statements.filter((statement) => statement.standing === 'stands');
  const said = standing.flatMap((statement) => saidOf(statement, field, lang) ?? []);
  const agreement = agreementOf(said);
  const [first] = said;
  const list = said.map(({ who, what }) => words.says(who, what)).join(words.comma);
  const range = together === null ? '' : words.range(together);
  const gone = statements.filter(
    (statement) => statement.standing === 'superseded' && saidOf(statement, field, lang) !== null,
  ).length;
  const sentence = {
    none: words.none,
    one: first ? words.one(first.who, first.what) : words.none,
    same: words.same(said.length, first?.what ?? ''),
    compatible: words.compatible(list, range),
    differ: words.differ(list, range),
  }[agreement];
  const rest = gone === 0 ? '' : `${marks[lang].gap}${words.superseded(gone)}`;
  return { agreement, text: `${sentence.trim()}${rest}` };
}
