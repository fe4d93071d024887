import type { FundingEventInFull, StatedValuation } from '@/database/queries/funding-events-in-full';
import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import type { Currency } from '@/domain/currency';
import { linear } from '@/domain/expression/linear';
import { formatRound, parseRound } from '@/domain/round';
import { fundingPage } from '@/i18n/funding';
import { fundingTypeNames } from '@/records/funding-event/book';

const aroundLetter = linear(/轮$|^Series\s+|\s+round$/gi);

/** The round in normal form, and its label where that is written differently. */
export function roundWords(round: string | null, lang: Lang): { name: string | null; label: string | null } {
  if (round === null) return { name: null, label: null };
  const read = parseRound(round);
  const name = read.ok ? formatRound(read.round, lang) : round;
  const bare = (text: string) => text.replace(aroundLetter, '').trim().toLowerCase();
  return { name, label: bare(name) === bare(round) ? null : round };
}

/** What the event is called: 智谱 B6轮 / Zhipu, Series B6. */
export function eventTitle(
  event: Pick<FundingEventInFull, 'organization' | 'round' | 'type'>,
  lang: Lang,
): string {
  const round = roundWords(event.round, lang).name ?? fundingTypeNames[event.type][lang];
  return fundingPage[lang].eventTitle(event.organization.name[lang], round);
}

/** The different texts in which the sources state the amount, standing statements only. */
export function statedAmounts(
  event: Pick<FundingEventInFull, 'statements'>,
  /** Where nothing else says it: the currency beside words that leave it out. */
  withCurrency = false,
): string[] {
  const texts = event.statements.flatMap(({ standing, amount }) => {
    if (standing !== 'stands' || !amount?.text) return [];
    const { text, currency } = amount;
    return [withCurrency && currency && !namesCurrency.test(text) ? `${text} ${currency}` : text];
  });
  return [...new Set(texts)];
}

const namesCurrency =
  /[元¥￥$€£₩₹円圆]|[A-Z]{3}|刀|人民币|港币|欧|镑|dollar|yuan|renminbi|euro|pound|yen|won|rupee|shekel|buck/i;

/** The different valuations that the standing statements give, by their words. */
export function statedValuations(event: Pick<FundingEventInFull, 'statements'>): StatedValuation[] {
  const found = event.statements.flatMap(({ standing, valuation }) =>
    standing === 'stands' && valuation ? [valuation] : [],
  );
  return [...new Map(found.map((valuation) => [valuation.text + valuation.when, valuation])).values()];
}

/** Do standing statements give amounts that differ? */
export function amountDisputed(event: Pick<FundingEventInFull, 'statements'>): boolean {
  const keys = event.statements.flatMap(({ standing, amount }) =>
    standing === 'stands' && amount && amount.kind !== 'undisclosed'
      ? [`${amount.currency} ${amount.min} ${amount.max}`]
      : [],
  );
  return new Set(keys).size > 1;
}

/** How many different sources speak of the event. */
export function sourceCount(event: Pick<FundingEventInFull, 'evidence'>): number {
  return new Set(event.evidence.map(({ source }) => source.slug)).size;
}

/** Prints money of one currency. */
export function moneyIn(currency: Currency, lang: Lang): (value: number) => string {
  return (value) => formatMoney(value, currency, lang);
}
