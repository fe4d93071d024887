import type { Lang } from '@/domain/bilingual';
import { layerColours, tierColours, vendorColour } from '@/domain/palette';
import { standNames } from '@/i18n/layers';
import { parts } from '@/i18n/parts';
import { layerNames } from '@/records/layer/book';
import { Swatch } from './swatch';

export type TierName = keyof typeof tierColours;
export type LayerName = keyof typeof layerColours;

/** A model's tier; null is unclassified. */
export function TierBadge({ lang, tier }: { lang: Lang; tier: TierName | null }) {
  const name = tier ?? 'unclassified';
  return (
    <span className="badge">
      <Swatch colour={tierColours[name]} />
      {parts[lang][name]}
    </span>
  );
}

/** A layer of the value chain; hollow and said so where only our records put somebody there. */
export function LayerBadge({
  lang,
  layer,
  stated = true,
}: {
  lang: Lang;
  layer: LayerName;
  stated?: boolean;
}) {
  return (
    <span className="badge">
      <Swatch colour={layerColours[layer]} bar />
      {layerNames[layer][lang]}
      {stated ? null : <span className="text-muted"> · {standNames.derived[lang]}</span>}
    </span>
  );
}

/** A vendor's name with its colour; with `href` the name is a link. */
export function VendorBadge({ slug, name, href }: { slug: string; name: string; href?: string }) {
  return (
    <span className="badge vendor-badge">
      <Swatch colour={vendorColour(slug)} />
      {href === undefined ? name : <a href={href}>{name}</a>}
    </span>
  );
}
