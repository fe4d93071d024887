import type { Bilingual, Lang } from '@/domain/bilingual';
import type { LayerSlug } from '@/domain/records/layer';

/** The layers of the value chain by name: these words everywhere, those of the records among them. */
export const layerNames: Readonly<Record<LayerSlug, Bilingual>> = {
  infrastructure: { zh: '基础设施层', en: 'Infrastructure' },
  model: { zh: '模型层', en: 'Model' },
  application: { zh: '应用层', en: 'Application' },
};

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
