import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { tierColours } from '@/domain/palette';
import { tierNames } from '@/i18n/charts';
import { vendorWords } from '@/i18n/vendor';
import { Swatch } from '@/ui/swatch';
import { ModelTable } from '../../models/model-table';

const tiers = ['general', 'task', 'industry', null] as const;

/** The vendor's models as a system of three tiers, one table a tier. */
export function Tiers({ lang, models }: { lang: Lang; models: readonly ModelInFull[] }) {
  const words = vendorWords[lang];
  return (
    <div className="grid gap-y-6">
      {tiers.map((tier) => {
        const own = models.filter((model) => model.tier === tier);
        if (own.length === 0) return null;
        const key = tier ?? 'unclassified';
        const caption = words.tierCount(tierNames[key][lang], own.length);
        return (
          <div key={key}>
            <h3 className="mb-1 font-semibold text-table">
              <Swatch colour={tierColours[key]} /> {caption}
            </h3>
            <ModelTable lang={lang} models={own} ofOneVendor caption={caption} />
          </div>
        );
      })}
    </div>
  );
}
