import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { joinList } from '@/i18n/list';
import { modelWords } from '@/i18n/models';

/** Vendors with the number of these models, the most first. */
function vendorsOf(models: readonly ModelInFull[], lang: Lang): { name: string; count: number }[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { vendor } of models) {
    const known = counts.get(vendor.slug) ?? { name: vendor.name[lang], count: 0 };
    counts.set(vendor.slug, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What these models show: how many, whose, how concentrated the industry models are, how much is not known. */
export function modelsFinding(models: readonly ModelInFull[], lang: Lang): string {
  const words = modelWords[lang];
  const vendors = vendorsOf(models, lang);
  const [top] = vendors;
  if (!top) return '';
  const industry = models.filter(({ tier }) => tier === 'industry');
  const leaders = vendorsOf(industry, lang).slice(0, 2);
  const led = leaders.reduce((sum, { count }) => sum + count, 0);
  const unknown = models.filter(({ parameters }) => parameters === null).length;
  return [
    words.finding(models.length, industry.length, top.name, top.count, vendors.length),
    leaders.length === 2 && industry.length > led
      ? words.concentrated(
          led,
          industry.length,
          joinList(
            lang,
            leaders.map(({ name }) => name),
          ),
        )
      : '',
    unknown === 0 ? '' : words.unknownParameters(unknown, models.length),
  ]
    .join('')
    .trim();
}
