import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { LanguageLink } from './language-link';
import { Mark } from './mark';
import { ThemeSwitch } from './theme-switch';

const rooms = [
  ['vendors', '/vendors'],
  ['models', '/models'],
  ['industries', '/industries'],
  ['funding', '/funding'],
  ['valueChain', '/value-chain'],
  ['map', '/map'],
  ['indicators', '/indicators'],
  ['charts', '/charts'],
  ['compare', '/compare'],
] as const;

function Lens() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="6.75" cy="6.75" r="4.75" />
      <path d="m10.5 10.5 4 4" />
    </svg>
  );
}

/** Says where the reader is: this very page, or a page below this entry. */
function current(entry: string, path: string): 'page' | 'true' | undefined {
  const [name = ''] = path.split(/[?#]/, 1);
  if (name === entry) return 'page';
  return name.startsWith(`${entry}/`) ? 'true' : undefined;
}

/** Wordmark, search, language, theme, main navigation. `path` has no language prefix. */
export function SiteHeader({ lang, path }: { lang: Lang; path: string }) {
  const words = site[lang];
  return (
    <header className="site-header">
      <div className="wide masthead">
        <a className="wordmark" href={href(lang, '/')}>
          <Mark />
          {words.name}
        </a>
        <search className="masthead-search">
          <form action={href(lang, '/search')}>
            <input
              type="search"
              name="q"
              aria-label={words.searchLabel}
              placeholder={words.searchPlaceholder}
              aria-keyshortcuts="Meta+K Control+K"
            />
            <span className="masthead-key" aria-hidden="true">
              ⌘K
            </span>
            <button type="submit" aria-label={words.search}>
              <Lens />
            </button>
          </form>
        </search>
        <a
          className="masthead-action masthead-search-link"
          href={href(lang, '/search')}
          aria-label={words.search}
        >
          <Lens />
        </a>
        <ThemeSwitch lang={lang} />
        <LanguageLink lang={lang} path={path} />
      </div>
      <nav className="site-nav" aria-label={words.mainNavigation}>
        <div className="wide">
          <ul>
            {rooms.map(([name, entry]) => (
              <li key={name}>
                <a href={href(lang, entry)} aria-current={current(entry, path)}>
                  {words[name]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
}
