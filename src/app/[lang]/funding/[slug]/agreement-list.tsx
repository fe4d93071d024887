import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { fundingPage } from '@/i18n/funding';
import { agreementFields, agreementOn } from '@/lists/funding/agreement';
import { DefinitionList } from '@/ui/definition-list';

/** How far the sources agree, field by field, in words. */
export function Agreement({ lang, event }: { lang: Lang; event: FundingEventInFull }) {
  const words = fundingPage[lang];
  const together = formatAmount(event.amount, event.amount.currency, lang);
  const items = agreementFields.flatMap((field) => {
    const range = field === 'amount' && event.amount.currency !== null ? together : null;
    const { agreement, text } = agreementOn(event.statements, field, lang, range);
    if (agreement === 'none' && field === 'valuation') return [];
    return [
      {
        term: words[field],
        value: agreement === 'differ' ? <span className="text-accent">{text}</span> : text,
      },
    ];
  });
  return (
    <div className="mt-6">
      <h3 className="mb-2">{words.together}</h3>
      <DefinitionList items={items} />
    </div>
  );
}
