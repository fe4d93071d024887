import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { tierColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { vendorWords } from '@/i18n/vendor';
import { tierNames } from '@/records/model/book';
import { Swatch } from '@/ui/swatch';
import { ModelTable } from '../../models/model-table';

const tiers = ['general', 'task', 'industry', null] as const;

/** Models of a tier on the page of their vendor; the list of models has all. */
const mostOfTier = 25;

/** By release, what has no date last; where all fit, in their own order. */
function newestFirst(models: readonly ModelInFull[]): readonly ModelInFull[] {
  if (models.length <= mostOfTier) return models;
  return models.toSorted((a, b) => (b.released ?? '').localeCompare(a.released ?? ''));
}

/** The vendor's models as a system of three tiers, one table a tier. */
export function Tiers({
  lang,
  models,
  vendor,
}: {
  lang: Lang;
  models: readonly ModelInFull[];
  vendor: string;
}) {
  const words = vendorWords[lang];
  return (
    <div className="grid gap-y-6">
      {tiers.map((tier) => {
        const own = models.filter((model) => model.tier === tier);
        if (own.length === 0) return null;
        const key = tier ?? 'unclassified';
        const caption = words.tierRecords(
          tierNames[key][lang],
          numberOfModels(own),
          numberOfModels(own, 'versions'),
        );
        return (
          <div key={key}>
            <h3 className="mb-1 font-semibold text-table">
              <Swatch colour={tierColours[key]} /> {caption}
            </h3>
            <ModelTable
              lang={lang}
              models={newestFirst(own).slice(0, mostOfTier)}
              ofOneVendor
              caption={caption}
            />
            {own.length > mostOfTier ? (
              <p className="mt-2 text-small">
                <a href={href(lang, `/models?tier=${key}&vendor=${vendor}`)}>
                  {words.allOfTier(own.length)} →
                </a>
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
