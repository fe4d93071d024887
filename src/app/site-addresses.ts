import { charts } from '@/charts/registry';
import { recordsInOrder } from '@/database/queries/records-in-order';
import type { Facts } from '@/database/reading';
import { recordPath } from '@/linking/record-path';
import { type RecordKind, recordKinds } from '@/records/record';

/** Pages that stand for no record, without the language. */
const rooms = [
  '/',
  '/vendors',
  '/models',
  '/industries',
  '/funding',
  '/value-chain',
  '/map',
  '/indicators',
  '/charts',
  '/compare',
  '/compare/models',
  '/compare/industries',
  '/compare/ready',
  '/people',
  '/sources',
  '/doubts',
  '/changes',
  '/method',
  '/data',
  '/api',
] as const;

/** Addresses of one sitemap; the format allows 50,000, and each of ours stands there in two languages. */
const mostOfOne = 10_000;

/** Kinds of record that have pages of their own. */
const kindsWithPages: readonly RecordKind[] = recordKinds.filter((kind) => {
  const path = recordPath(kind, 'x');
  return path !== null && !path.includes('#');
});

/** Names of the parts of the sitemap: 'pages', 'model-1' … */
export async function sitemapNames(facts: Facts): Promise<string[]> {
  const names = ['pages'];
  for (const kind of kindsWithPages) {
    const all = await recordsInOrder(facts, kind);
    for (let at = 0; at < all.length; at += mostOfOne) names.push(`${kind}-${at / mostOfOne + 1}`);
  }
  return names;
}

/** The addresses of one part, without the language; null where there is no such part. */
export async function addressesOf(facts: Facts, name: string): Promise<string[] | null> {
  if (name === 'pages')
    return [...rooms, ...charts.flatMap(({ slug, address }) => (address ? [] : [`/charts/${slug}`]))];
  const kind = kindsWithPages.find((each) => name.startsWith(`${each}-`));
  const part = kind === undefined ? Number.NaN : Number(name.slice(kind.length + 1));
  if (kind === undefined || !Number.isInteger(part) || part < 1) return null;
  const all = await recordsInOrder(facts, kind);
  const chosen = all.slice((part - 1) * mostOfOne, part * mostOfOne);
  return chosen.length === 0 ? null : chosen.flatMap(({ slug }) => recordPath(kind, slug) ?? []);
}
