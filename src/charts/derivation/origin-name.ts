import type { Lang } from '@/domain/bilingual';
import type { DerivationRow } from './rows';
import { derivationWords } from './words';

/** A general model with its vendor before it, unless it has the vendor in its name. */
export function originName(origin: NonNullable<DerivationRow['origin']>, lang: Lang): string {
  return derivationWords[lang].originName(origin.vendorName[lang], origin.name[lang]);
}
