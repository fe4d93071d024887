import type { Comparison } from '@/compare/comparison';
import { comparePath } from '@/compare/comparison';
import { mostSubjects } from '@/compare/state';
import { subjectKinds } from '@/compare/subject-kinds';
import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';

/** Adds a subject by its name: a form that works without JavaScript, with suggestions where there is some. */
export function SubjectPicker({ lang, comparison }: { lang: Lang; comparison: Comparison }) {
  const { state, subjects } = comparison;
  const kind = subjectKinds[state.kind];
  const words = compareWords[lang];
  const kept: Record<string, string> = {
    [kind.key]: state.subjects.join('~'),
    only: state.only === 'all' ? '' : state.only,
    hide: [...state.hide].sort().join('~'),
    currency: state.currency === 'cny' ? '' : state.currency,
    sort: state.sort ?? '',
  };
  const [knownName, knownValue] = state.asKnown.split('=');
  if (knownName && knownValue) kept[knownName] = knownValue;
  return (
    <div className="mt-6 mb-4 flex flex-wrap items-end gap-x-4 gap-y-2 text-small">
      {subjects.length >= mostSubjects ? (
        <p className="text-muted">{words.full}</p>
      ) : (
        <form method="get" action={href(lang, kind.path)} className="flex flex-wrap items-end gap-2">
          {Object.entries(kept).map(([name, value]) =>
            value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
          )}
          <div>
            <label htmlFor="add" className="block text-muted">
              {words.add}
            </label>
            <input
              id="add"
              name="add"
              list="add-names"
              data-suggest={kind.record}
              placeholder={words.choose}
              autoComplete="off"
              maxLength={100}
              className="w-56"
            />
            <datalist id="add-names" />
          </div>
          <button type="submit" className="button">
            {words.addButton}
          </button>
        </form>
      )}
      {state.subjects.join() === kind.preset.join() ? null : (
        <a className="py-1.5" href={href(lang, comparePath({ ...state, subjects: kind.preset, sort: null }))}>
          {words.reset}
        </a>
      )}
      <a className="py-1.5" href={href(lang, '/compare/ready')}>
        {words.allReady}
      </a>
    </div>
  );
}
