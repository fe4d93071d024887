import { optionsFrom } from '@/charts/options';
import type { Comparison } from '@/compare/comparison';
import { comparePath } from '@/compare/comparison';
import { defaultVendors, mostVendors, writeComparison } from '@/compare/state';
import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';

/** Adds a vendor to the comparison: a form that works without JavaScript. Removing one is a link in its column. */
export function VendorPicker({ lang, comparison }: { lang: Lang; comparison: Comparison }) {
  const { state, subjects, known } = comparison;
  const words = compareWords[lang];
  const chosen = new Set(subjects.map(({ slug }) => slug));
  const options = optionsFrom(known.filter(({ slug, vendor }) => vendor && !chosen.has(slug)));
  const kept = { only: state.only, hide: [...state.hide].sort().join('~'), currency: state.currency };
  const presets = { only: 'all', hide: '', currency: 'cny' };
  return (
    <div className="mt-6 mb-4 flex flex-wrap items-end gap-x-4 gap-y-2 text-small">
      {subjects.length >= mostVendors ? (
        <p className="text-muted">{words.full}</p>
      ) : (
        <form method="get" action={href(lang, '/compare')} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="vendors" value={state.vendors.join('~')} />
          {(Object.keys(kept) as (keyof typeof kept)[]).map((name) =>
            kept[name] === presets[name] ? null : (
              <input key={name} type="hidden" name={name} value={kept[name]} />
            ),
          )}
          {state.asKnown === '' ? null : (
            <input type="hidden" name={state.asKnown.split('=')[0]} value={state.asKnown.split('=')[1]} />
          )}
          <div>
            <label htmlFor="add-vendor" className="block text-muted">
              {words.add}
            </label>
            <select id="add-vendor" name="vendors" defaultValue="" className="w-56">
              <option value="">{words.choose}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label[lang]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button">
            {words.addButton}
          </button>
        </form>
      )}
      {state.vendors.join() === defaultVendors.join() ? null : (
        <a
          className="py-1.5"
          href={href(lang, comparePath(writeComparison({ ...state, vendors: defaultVendors })))}
        >
          {words.reset}
        </a>
      )}
    </div>
  );
}
