import type { AmountReading } from '@/domain/amount-phrase';
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

/**
 * One funding event that a text tells of. What the text does not say is null or empty; nothing is guessed. `doubts`
 * names the fields that a person should look at.
 */
export interface NewsEvent {
  company: Found<string>;
  round: Found<string> | null;
  amount: Found<NewsAmount> | null;
  valuation: Found<NewsAmount> | null;
  investors: Found<{ name: string; role: NewsRole }>[];
  date: Found<{ value: PartialDate; precision: Precision }> | null;
  doubts: ('round' | 'amount' | 'investors' | 'company')[];
}
