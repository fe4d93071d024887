import type { AmountReading } from '@/domain/amount-phrase';
import type { FundingOutcome } from '@/domain/funding-outcome';
import type { PartialDate, Precision } from '@/domain/partial-date';

/** Where something stands in the text that was read: characters from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** Something that was found, and where. */
export type Found<Value> = Span & { value: Value };

/** What an investor did; null: the text does not say. An acquirer has none either. */
export type NewsRole = 'lead' | 'co-lead' | 'follow' | 'adviser' | null;

/** An amount as the text words it, and what the words allow. */
export type NewsAmount = { text: string; reading: AmountReading };

/** What a company is worth; `when`: before the money came in (投前, pre-money), after, or not said. */
export type NewsValuation = NewsAmount & { when: 'pre' | 'post' | null };

/** A date; a day without its year is '--07-06' where nothing tells the year. */
export type NewsDate = { value: PartialDate; precision: Precision };

/**
 * One funding event that a text tells of. What the text does not say is null or empty; nothing is guessed. `doubts`
 * names the fields that a person should look at.
 */
export interface NewsEvent {
  company: Found<string>;
  round: Found<string> | null;
  amount: Found<NewsAmount> | null;
  valuation: Found<NewsValuation> | null;
  investors: Found<{ name: string; role: NewsRole }>[];
  date: Found<NewsDate> | null;
  /** Talks, denials and cancellations are told as such: they are no rounds. */
  outcome: FundingOutcome;
  doubts: ('round' | 'amount' | 'investors' | 'company' | 'valuation' | 'date')[];
}
