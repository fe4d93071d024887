import { nameKey, withoutLegalEnding } from '../cells/company-name';
import type { KnownRecords } from './known-records';

/** Suggestions for one name. */
const most = 3;
/** Names that begin alike are compared one by one; with more of them a beginning says too little. */
const mostAlike = 200;
/** Letters that have to be the same before two names are alike; a Chinese character says more than a letter. */
const fewest = (key: string) => (/\p{Script=Han}/u.test(key) ? 2 : 4);

/** Organizations on record that a new name may mean: one name is the beginning of the other, or holds it. */
export function nearNames(name: string, known: KnownRecords): { slug: string }[] {
  const key = nameKey(withoutLegalEnding(name));
  const least = fewest(key);
  if (key.length < least) return [];
  const alike = known.beginnings.get(key.slice(0, 2)) ?? [];
  if (alike.length > mostAlike) return [];
  const found = alike.filter(
    (each) =>
      each.key !== key && each.key.length >= least && (each.key.startsWith(key) || key.startsWith(each.key)),
  );
  return [...new Map(found.map(({ slug }) => [slug, { slug }])).values()].slice(0, most);
}
