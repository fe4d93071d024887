import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import type { Currency } from '@/domain/currency';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { formatNumber } from '@/i18n/numbers';
import { moneyIn } from '@/lists/funding/event-words';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';

type Props = { lang: Lang; event: FundingEventInFull };

/** The amount in both currencies, and the rate, its period, how well it fits, and its source. */
export function Conversion({ lang, event }: Props) {
  const words = fundingPage[lang];
  const { amount, converted, conversion } = event;
  const { currency } = amount;
  if (currency === null || conversion === null) return <p className="text-table">{words.notConvertible}</p>;
  const money = (code: Currency, { min, max }: { min: number | null; max: number | null }) => (
    <RangeText lang={lang} min={min} max={max} format={moneyIn(code, lang)} />
  );
  const others = (['CNY', 'USD'] as const).filter((code) => code !== currency);
  const items: Definition[] = [
    { term: words.conversionFrom, value: money(currency, amount) },
    ...others.map((code) => ({ term: `${words.converted} ${code}`, value: money(code, converted[code]) })),
    {
      term: words.rate,
      value: (
        <>
          {rates(currency, conversion, lang)}
          <span className="block text-muted text-small">
            <PartialTime lang={lang} date={conversion.period} />
            {lang === 'zh' ? '，' : ', '}
            {words[`basis${conversion.basis}`]}
          </span>
        </>
      ),
    },
    ...(conversion.source === null
      ? []
      : [
          {
            term: words.sources,
            value: <a href={href(lang, `/sources/${conversion.source.slug}`)}>{conversion.source.title}</a>,
          },
        ]),
  ];
  return <DefinitionList items={items} />;
}

/** 1 USD = 6.8389 CNY; and the stated currency's own rate where it is neither. */
function rates(
  currency: Currency,
  { perUsd, cnyPerUsd }: NonNullable<FundingEventInFull['conversion']>,
  lang: Lang,
): string {
  const rate = (value: number, code: Currency) => `1 USD = ${formatNumber(lang, value, 4)} ${code}`;
  const own = currency === 'USD' || currency === 'CNY' ? [] : [rate(perUsd, currency)];
  return [...own, rate(cnyPerUsd, 'CNY')].join(lang === 'zh' ? '；' : '; ');
}
