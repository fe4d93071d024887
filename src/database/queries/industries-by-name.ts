import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

/** Every industry on record, by its Chinese name. */
export async function industriesByName(facts: Facts): Promise<{ slug: string; name: Bilingual }[]> {
  const rows = await facts.db.$queryRaw<{ slug: string; zh: string; en: string }[]>`
    SELECT slug, name_zh AS zh, name_en AS en FROM industry ORDER BY name_zh, slug`;
  return rows.map(({ slug, zh, en }) => ({ slug, name: { zh, en } }));
}
