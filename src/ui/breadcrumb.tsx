import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';

/** A step of the way to a page. `path` has no language prefix. */
export type Step = { label: string; path: string };

/** The way from the home page to this one, without this one: its title follows as the heading. */
export function Breadcrumb({ lang, steps }: { lang: Lang; steps: readonly Step[] }) {
  return (
    <nav className="breadcrumb" aria-label={site[lang].breadcrumb}>
      <ol>
        <li>
          <a href={href(lang, '/')}>{site[lang].home}</a>
        </li>
        {steps.map((step) => (
          <li key={step.path}>
            <a href={href(lang, step.path)}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
