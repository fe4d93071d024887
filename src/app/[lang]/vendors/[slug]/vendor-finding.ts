import type { Lang } from '@/domain/bilingual';
import { numberOfModels, unitsOf } from '@/domain/model-count';
import { formatTotal } from '@/domain/totals';
import { joinList } from '@/i18n/list';
import { vendorWords } from '@/i18n/vendor';
import { tierNames } from '@/records/model/book';
import type { VendorFacts } from './vendor-facts';

const tiers = ['general', 'task', 'industry', null] as const;

/** The organization in a few sentences: models by tier, industries, money, and on how many sources all that rests. */
export function vendorFinding(facts: VendorFacts, lang: Lang): string {
  const words = vendorWords[lang];
  const { organization, models, industries, money, funding, invested } = facts;
  const { total } = money;
  // What it made with others as a partner is on the page, and counts for the vendor alone.
  const own = models.filter(({ vendor }) => vendor.slug === organization.slug);
  const families = unitsOf(own, 'families');
  const parts = tiers.flatMap((tier) => {
    const count = families.filter((family) => family.tier === tier).length;
    return count === 0 ? [] : [words.tierCount(tierNames[tier ?? 'unclassified'][lang], count)];
  });
  const sources = new Set(evidenceOf(facts).map(({ source }) => source.slug)).size;
  return [
    parts.length === 0
      ? words.findingNoModels(industries.length)
      : words.findingModels(joinList(lang, parts), numberOfModels(own, 'versions'), industries.length),
    total.counted + total.undisclosed === 0 || funding.length === 0
      ? ''
      : total.counted === 0
        ? words.findingUndisclosed(total.undisclosed)
        : words.findingFunding(formatTotal(total, 'CNY', lang)),
    invested.length === 0
      ? ''
      : words.findingInvested(
          invested.length,
          new Set(invested.map(({ organization }) => organization.slug)).size,
        ),
    sources === 0 ? '' : words.findingSources(sources),
  ]
    .join('')
    .trim();
}

/** Everything that sources say on the page. */
export function evidenceOf({
  organization,
  models,
  products,
  funding,
  invested,
  moves,
  indicators,
}: VendorFacts) {
  const { platforms, layers, positions, coverages } = organization;
  return [
    organization,
    ...platforms,
    ...layers,
    ...positions,
    ...coverages,
    ...models,
    ...products,
    ...funding,
    ...invested,
    ...moves,
    ...indicators.flatMap(({ observations }) => observations),
  ].flatMap(({ evidence }) => evidence);
}
