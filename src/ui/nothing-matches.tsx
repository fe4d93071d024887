import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { listWords } from '@/i18n/lists';

type Props = {
  lang: Lang;
  text: string;
  /** The conditions that are set, each with the address that drops it. */
  conditions: readonly { name: string; path: string }[];
};

/** Stands in place of a list in which nothing matches: says which condition to drop. */
export function NothingMatches({ lang, text, conditions }: Props) {
  const words = listWords[lang];
  return (
    <div className="table-empty">
      <p>{text}</p>
      {conditions.length === 0 ? null : (
        <p>
          {words.dropOne}{' '}
          {conditions.map(({ name, path }, at) => (
            <span key={name}>
              {at === 0 ? null : ' · '}
              <a href={href(lang, path)}>{words.without(name)}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
