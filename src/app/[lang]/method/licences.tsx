import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import type { MethodFacts } from './method-facts';

/** Sources that ask for more than we do. */
export function Licences({ lang, facts: { licences } }: { lang: Lang; facts: MethodFacts }) {
  return (
    <ul className="max-w-text text-table">
      {licences.map(({ slug, title, licence }) => (
        <li key={slug} className="flex flex-wrap justify-between gap-x-4 border-rule border-b py-1.5">
          <a href={href(lang, `/sources/${slug}`)}>{title}</a>
          <span className="text-muted">{licence}</span>
        </li>
      ))}
    </ul>
  );
}
