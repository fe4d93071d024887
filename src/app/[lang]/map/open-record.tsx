import { landscapeWords } from '@/charts/landscape/words';
import { subjectKinds } from '@/compare/subject-kinds';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { DefinitionList } from '@/ui/definition-list';
import { ask } from '../../asking';
import { ComparisonCell } from '../compare/comparison-cell';
import '../compare/compare.css';
import { type MapState, mapPath } from '@/charts/landscape/map-state';

/** What the record beside the map tells, in the words of the comparison. */
const told = [
  'kind',
  'place',
  'layers',
  'general-models',
  'industry-models',
  'platforms',
  'products',
  'industries',
  'money-raised',
  'strengths',
  'sources',
];

/** The record of one organization beside the map; nothing where the address names nobody. */
export async function OpenRecord({ lang, slug, state }: { lang: Lang; slug: string; state: MapState }) {
  const { vendors } = subjectKinds;
  const { subjects, rows } = await ask((facts) => vendors.compare(facts, [slug], { currency: 'CNY' }));
  const [subject] = subjects;
  const words = landscapeWords[lang];
  if (!subject) return null;
  const items = told.flatMap((key) => {
    const row = rows.find(({ dimension }) => dimension.key === key);
    const cell = row?.cells[0];
    if (!row || !cell || cell.value === null) return [];
    return [
      {
        term: row.dimension.label[lang],
        value: <ComparisonCell lang={lang} cell={cell} id={`open-${key}`} />,
      },
    ];
  });
  return (
    <aside id="record" className="map-record" aria-labelledby="record-name">
      <p className="map-close">
        <a href={href(lang, mapPath({ ...state, open: null }))}>{words.close} ×</a>
      </p>
      <h2 id="record-name">{subject.name[lang]}</h2>
      <DefinitionList items={items} />
      <p className="mt-3 link-line text-small">
        <a href={href(lang, vendors.page(slug))}>{words.page} →</a>
        <a
          href={href(
            lang,
            `/compare?vendors=${[...vendors.preset.filter((each) => each !== slug), slug].slice(-5).join('~')}`,
          )}
        >
          {words.compare} →
        </a>
      </p>
    </aside>
  );
}
