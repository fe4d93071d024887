import type { Bilingual, Lang } from '@/domain/bilingual';
import { layerNames } from '@/records/layer/book';
import type { LayerSlug } from '@/records/layer/schema';

/** How an organization comes to stand on a layer. */
export const standNames = {
  stated: { zh: '来源写明', en: 'stated by a source' },
  derived: { zh: '据收录推得', en: 'derived from records' },
} as const satisfies Record<string, Bilingual>;

/** A layer with a word where no source states it: 模型层（据收录推得）. */
export function standText({ layer, stated }: { layer: LayerSlug; stated: boolean }, lang: Lang): string {
  const name = layerNames[layer][lang];
  if (stated) return name;
  return lang === 'zh' ? `${name}（${standNames.derived.zh}）` : `${name} (${standNames.derived.en})`;
}
