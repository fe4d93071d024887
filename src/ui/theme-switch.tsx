import type { Lang } from '@/domain/bilingual';
import { site } from '@/i18n/site';

/** The button that goes round auto → light → dark. Hidden without JavaScript; the theme script answers its clicks. */
export function ThemeSwitch({ lang }: { lang: Lang }) {
  const words = site[lang];
  return (
    <button type="button" className="masthead-action theme-switch" data-theme-switch="">
      <svg className="theme-auto" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.3" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
      <svg className="theme-light" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
        <path
          d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </svg>
      <svg className="theme-dark" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </svg>
      <span className="visually-hidden">{words.theme}</span>
      <span className="theme-auto">{words.themeAuto}</span>
      <span className="theme-light">{words.themeLight}</span>
      <span className="theme-dark">{words.themeDark}</span>
    </button>
  );
}
