import type { ReactNode } from 'react';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { SearchForm } from './search-form';

/** A record whose name is close to what was asked for. `path` has no language prefix. */
export type CloseMatch = { path: string; name: string; kind?: ReactNode };

type Props = {
  lang: Lang;
  /** What was asked for: the slug. */
  asked: string;
  matches: readonly CloseMatch[];
};

/**
 * The content of a page that does not exist. Put it into `<Page title={parts[lang].missingTitle}>`.
 * React moves the meta elements into the head; the front server answers 404 when it sees `tracker-status`.
 */
export function Missing(props: Props) {
  return (
    <>
      <meta name="tracker-status" content="404" />
      <meta name="robots" content="noindex" />
      <CloseMatches {...props} />
    </>
  );
}

/** What was asked for and is not there, names close to it, and a search. Says nothing about the status. */
export function CloseMatches({ lang, asked, matches }: Props) {
  const words = parts[lang];
  return (
    <div className="prose">
      <p>{words.missingText(asked.length > 80 ? `${asked.slice(0, 80)}…` : asked)}</p>
      {matches.length === 0 ? null : (
        <>
          <h2>{words.closeMatches}</h2>
          <ul className="missing-matches list-none! p-0!">
            {matches.map((match) => (
              <li key={match.path}>
                <a href={href(lang, match.path)}>{match.name}</a>
                {match.kind === undefined ? null : (
                  <span className="text-muted text-small">{match.kind}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <SearchForm lang={lang} query={asked.slice(0, 80)} />
    </div>
  );
}
