import { citationOf, citationStyles } from '@/charts/engine/citation';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { citationStyleNames } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import type { MethodFacts } from './method-facts';

/** The whole data set as a citation, in every style. The date is the edition's, so the text stays the same. */
export function Citations({ lang, facts }: { lang: Lang; facts: MethodFacts }) {
  const { edition, published } = facts;
  const day = (published ?? new Date(0)).toISOString().slice(0, 10);
  const url = publicUrl() + href(lang, '/');
  return (
    <dl className="grid max-w-text gap-y-3 text-table">
      {citationStyles.map((style) => (
        <div key={style}>
          <dt className="text-muted text-small">{citationStyleNames[style][lang]}</dt>
          <dd>
            <pre className="m-0 whitespace-pre-wrap wrap-anywhere font-sans">
              {citationOf(style, { title: null, edition, day, url }, lang)}
            </pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
