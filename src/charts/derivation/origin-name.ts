import type { Lang } from '@/domain/bilingual';
import { derivationWords } from '@/i18n/landscape-charts';
import type { DerivationRow } from './rows';

/** A general model with its vendor before it, unless it has the vendor in its name. */
export function originName(origin: NonNullable<DerivationRow['origin']>, lang: Lang): string {
  return derivationWords[lang].originName(origin.vendorName[lang], origin.name[lang]);
}
