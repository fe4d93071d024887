import { groupBy } from '@/charts/facts/group-by';
import type { ModelInBrief } from '@/database/queries/models-in-brief';
import type { Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { joinList } from '@/i18n/list';
import { modelWords } from '@/i18n/models';

/** Leaders that are named; where more are level, nobody stands out. */
const named = 3;

/** Vendors with the number of these models by family, the most first. */
function vendorsOf(models: readonly ModelInBrief[], lang: Lang): { name: string; count: number }[] {
  return [...groupBy(models, ({ vendor }) => vendor.slug).values()]
    .map((own) => ({ name: own[0]?.vendor.name[lang] ?? '', count: numberOfModels(own) }))
    .sort((a, b) => b.count - a.count);
}

/** What these models show: how many, whose, how concentrated the industry models are, how much is not known. */
export function modelsFinding(models: readonly ModelInBrief[], lang: Lang): string {
  if (models.length === 0) return '';
  const words = modelWords[lang];
  const industry = models.filter(({ headTier }) => headTier === 'industry');
  const vendors = vendorsOf(models, lang);
  const unknown = models.filter(({ parameters }) => parameters === null).length;
  return [
    words.finding(
      numberOfModels(models),
      numberOfModels(models, 'versions'),
      numberOfModels(industry),
      vendors.length,
    ),
    leaders(vendors, lang),
    concentration(industry, lang),
    unknown === 0 ? '' : words.unknownParameters(unknown, models.length),
  ]
    .join('')
    .trim();
}

function leaders(vendors: readonly { name: string; count: number }[], lang: Lang): string {
  const most = vendors[0]?.count ?? 0;
  const level = vendors.filter(({ count }) => count === most);
  // Where everybody has as many, nobody has the most.
  if (level.length > named || level.length === vendors.length) return '';
  const names = joinList(
    lang,
    level.map(({ name }) => name),
  );
  return modelWords[lang].most(names, level.length > 1, most);
}

function concentration(industry: readonly ModelInBrief[], lang: Lang): string {
  const words = modelWords[lang];
  const [first, second, third] = vendorsOf(industry, lang);
  if (!first || !second || !third) return '';
  // Two that are level with a third are no pair, and naming them would be arbitrary.
  if (second.count === third.count) return words.spread(first.count, numberOfModels(industry));
  const names = joinList(lang, [first.name, second.name]);
  return words.concentrated(first.count + second.count, numberOfModels(industry), names);
}
