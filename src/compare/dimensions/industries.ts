import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ComparedModel, ComparedVendor } from '@/database/queries/vendors-to-compare';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { numberOfModels } from '@/domain/model-count';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

interface Served {
  slug: string;
  name: Bilingual;
  /** For it, by family. */
  models: ComparedModel[];
  stated: boolean;
  evidence: Evidence[][];
}

/** Industries that the vendor is said to serve or has a model for, the one with most models first. */
function served(vendor: ComparedVendor): Served[] {
  const bySlug = new Map<string, Served>();
  const entry = ({ slug, name }: { slug: string; name: Bilingual }): Served => {
    const found = bySlug.get(slug) ?? { slug, name, models: [], stated: false, evidence: [] };
    bySlug.set(slug, found);
    return found;
  };
  for (const coverage of vendor.coverages) {
    const found = entry(coverage);
    found.stated = true;
    found.evidence.push(coverage.evidence);
  }
  for (const model of vendor.models) {
    for (const industry of model.industries) {
      const found = entry(industry);
      found.models.push(model);
      found.evidence.push(evidenceForField(model.evidence, 'industries'));
    }
  }
  return [...bySlug.values()].sort(
    (a, b) =>
      numberOfModels(b.models) - numberOfModels(a.models) ||
      Number(b.stated) - Number(a.stated) ||
      (a.slug < b.slug ? -1 : 1),
  );
}

function detail(served: Served): Bilingual {
  const models = numberOfModels(served.models);
  if (models === 0) return { zh: '仅有说法', en: 'said to serve it' };
  return { zh: `${models} 个模型系列`, en: models === 1 ? '1 family' : `${models} families` };
}

export const industries = defineDimension({
  key: 'industries',
  group: 'industries',
  kind: 'names',
  label: { zh: '服务的行业', en: 'Industries served' },
  note: {
    zh: '有来源说它服务，或有它的行业模型。',
    en: 'A source says that it serves the industry, or it has a model for it.',
  },
  find(vendor) {
    const found = served(vendor);
    if (found.length === 0) return { missing: 'unknown' };
    return {
      value: found.map((each) => ({
        name: each.name,
        path: `/industries/${each.slug}`,
        detail: detail(each),
      })),
      evidence: evidenceTogether(found.flatMap(({ evidence }) => evidence)),
    };
  },
});

export const industryCount = defineDimension({
  key: 'industry-count',
  group: 'industries',
  kind: 'count',
  label: { zh: '行业数', en: 'Number of industries' },
  unit: 'industries',
  find(vendor) {
    const found = served(vendor);
    return {
      value: found.length,
      evidence: evidenceTogether(found.flatMap(({ evidence }) => evidence)),
    };
  },
});
