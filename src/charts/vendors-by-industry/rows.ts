import type { Bilingual } from '@/domain/bilingual';
import { flag, limit, type StateOf, slugList } from '@/linking/parameters';

export const parameters = {
  vendors: slugList({ zh: '厂商', en: 'Vendors' }),
  industries: slugList({ zh: '行业', en: 'Industries' }),
  top: limit({ zh: '最多显示几家', en: 'At most (vendors)' }, 12),
  stated: flag({ zh: '计入仅有说法、没有模型的行业', en: 'Include industries that are only stated' }, true),
} as const;
export type State = StateOf<typeof parameters>;

/** One vendor in one industry. */
export type CellRow = {
  industry: string;
  industryName: Bilingual;
  vendor: string;
  vendorName: Bilingual;
  /** Models of the vendor that serve the industry. */
  models: number;
  /** A source says that the vendor serves the industry, with or without a model. */
  stated: boolean;
  /** Models of all vendors that serve the industry, shown here or not. */
  allVendors: number;
};

export type Grid = {
  industries: { slug: string; name: Bilingual; allVendors: number }[];
  vendors: { slug: string; name: Bilingual }[];
};

/** The axes of the heat map: industries with most models first, vendors in most industries first. */
export function gridOf(rows: readonly CellRow[]): Grid {
  const industries = new Map(
    rows.map((row) => [
      row.industry,
      { slug: row.industry, name: row.industryName, allVendors: row.allVendors },
    ]),
  );
  const vendors = new Map(rows.map((row) => [row.vendor, { slug: row.vendor, name: row.vendorName }]));
  const cells = (slug: string) => rows.filter((row) => row.vendor === slug);
  const models = (slug: string) => cells(slug).reduce((sum, row) => sum + row.models, 0);
  return {
    industries: [...industries.values()].sort((a, b) => b.allVendors - a.allVendors || order(a.slug, b.slug)),
    vendors: [...vendors.values()].sort(
      (a, b) =>
        cells(b.slug).length - cells(a.slug).length ||
        models(b.slug) - models(a.slug) ||
        order(a.slug, b.slug),
    ),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
