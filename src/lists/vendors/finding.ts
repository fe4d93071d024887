import type { ActiveOrganization } from '@/database/queries/organizations-with-activity';
import type { Lang } from '@/domain/bilingual';
import { placeOf } from '@/domain/place';
import { joinList } from '@/i18n/list';
import { formatShare } from '@/i18n/numbers';
import { vendorFinding } from '@/i18n/vendors';

/** Leaders that are named; more than these are only counted. */
const named = 3;

/** A city with a smaller share of them is not worth a sentence; of many organizations no city is known. */
const telling = 0.2;

/** What the matching organizations show, in a sentence or two. */
export function findingOf(matching: readonly ActiveOrganization[], lang: Lang): string {
  const words = vendorFinding[lang];
  const makers = matching.filter(({ modelCount }) => modelCount > 0);
  const models = makers.reduce((sum, { modelCount }) => sum + modelCount, 0);
  const versions = makers.reduce((sum, { versionCount }) => sum + versionCount, 0);
  const parts = [words.count(matching.length)];
  if (makers.length > 0) {
    parts.push(words.withModels(makers.length, matching.length, models, versions));
    const narrow = makers.filter(({ models: { general, industry } }) => industry > 0 && general === 0);
    if (narrow.length > 0) parts.push(words.onlyIndustry(narrow.length));
    const most = makers.reduce((highest, { modelCount }) => Math.max(highest, modelCount), 0);
    const leaders = makers.filter(({ modelCount }) => modelCount === most);
    const who =
      leaders.length > named
        ? words.several(leaders.length)
        : joinList(
            lang,
            leaders.map(({ name }) => name[lang]),
          );
    // Where everybody has one, nobody has the most.
    if (most > 1 && makers.length > leaders.length) parts.push(words.most(who, leaders.length > 1, most));
  }
  const home = busiestPlace(matching);
  if (home !== null) {
    parts.push(words.place(home.name[lang], home.count, formatShare(lang, home.count / matching.length)));
  }
  return `${parts.join('')}${words.stop}`;
}

/** The city with more of them than any other; null where no city is alone at the top, or the list is in one city. */
function busiestPlace(matching: readonly ActiveOrganization[]) {
  const counts = new Map<string, number>();
  for (const { place } of matching) if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || !second || first[1] === second[1] || first[1] / matching.length < telling) return null;
  const place = placeOf(first[0]);
  return place ? { name: place.name, count: first[1] } : null;
}
