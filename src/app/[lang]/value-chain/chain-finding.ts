import type { LayerWithOrganizations } from '@/database/queries/value-chain';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { joinList } from '@/i18n/list';
import { valueChainWords } from '@/i18n/value-chain';
import { layerNames } from '@/records/layer/book';
import type { LayerSlug } from '@/records/layer/schema';

/** An organization and the layers that it stands on. */
export interface Standing {
  slug: string;
  name: Bilingual;
  layers: Set<LayerSlug>;
  /** Models, platforms and products on record. */
  records: [number, number, number];
}

/** Everybody on the chain, those on most layers first, then those with most on record. */
export function standingsOf(layers: readonly LayerWithOrganizations[]): Standing[] {
  const all = new Map<string, Standing>();
  for (const layer of layers) {
    for (const { slug, name, models, platforms, products } of layer.organizations) {
      const known = all.get(slug) ?? {
        slug,
        name,
        layers: new Set<LayerSlug>(),
        records: [models, platforms, products] as [number, number, number],
      };
      known.layers.add(layer.slug);
      all.set(slug, known);
    }
  }
  const count = ({ records }: Standing) => records.reduce((sum, each) => sum + each, 0);
  return [...all.values()].sort(
    (a, b) => b.layers.size - a.layers.size || count(b) - count(a) || (a.slug < b.slug ? -1 : 1),
  );
}

/** The organizations that stand on more than one layer, by slug. */
export function onSeveralLayers(layers: readonly LayerWithOrganizations[]): ReadonlySet<string> {
  return new Set(standingsOf(layers).flatMap(({ slug, layers: own }) => (own.size > 1 ? [slug] : [])));
}

/** Organizations that the sentence names. */
const mostNamed = 6;

/** How many stand on two or on all layers, and which layer is the fullest. */
export function chainFinding(layers: readonly LayerWithOrganizations[], lang: Lang): string {
  const words = valueChainWords[lang];
  const standings = standingsOf(layers);
  const named = (several: readonly Standing[]) => ({
    count: several.length,
    names:
      joinList(
        lang,
        several.slice(0, mostNamed).map(({ name }) => name[lang]),
      ) + (several.length > mostNamed ? words.andOthers : ''),
  });
  const all = standings.filter((each) => each.layers.size === layers.length);
  const some = standings.filter((each) => each.layers.size > 1 && each.layers.size < layers.length);
  const most = Math.max(0, ...layers.map(({ organizations }) => organizations.length));
  const fullest = layers.filter(({ organizations }) => organizations.length === most);
  return [
    words.standing(standings.length),
    words.onTwo(named(some)),
    words.onAll(named(all)),
    words.fullest(
      joinList(
        lang,
        fullest.map(({ slug }) => layerNames[slug][lang]),
      ),
      fullest.length,
      most,
    ),
  ].join('');
}
