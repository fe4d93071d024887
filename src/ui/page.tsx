import type { ReactNode } from 'react';
import type { Lang } from '@/domain/bilingual';
import { outage } from '@/i18n/outage';
import { Breadcrumb, type Step } from './breadcrumb';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type Props = {
  lang: Lang;
  /** This page's own address without the language prefix, with its query: `/vendors?layer=model`. */
  path: string;
  /** The heading (h1). */
  title: ReactNode;
  /** One or two sentences under the heading: what the page answers. */
  description?: ReactNode;
  /** The way from the home page to this one, without this one. */
  steps?: readonly Step[];
  /** The edition that the page's facts were read at (`facts.edition`); stands in the footer. */
  edition?: number;
  children: ReactNode;
};

/** The shell of every page: header, heading, content, footer. */
export function Page({ lang, path, title, description, steps, edition, children }: Props) {
  return (
    <>
      <SiteHeader lang={lang} path={path} />
      <main id="content" tabIndex={-1} className="wide">
        <div className="page-head">
          {steps === undefined ? null : <Breadcrumb lang={lang} steps={steps} />}
          <h1>{title}</h1>
          {description === undefined ? null : <p className="lede">{description}</p>}
        </div>
        <div className="page-body">{children}</div>
      </main>
      <SiteFooter lang={lang} edition={edition} />
      {/* Last, so that what reads a page without its styles, as chats and indexes do, begins with the page. */}
      {edition === undefined ? null : (
        <p className="as-of" role="status">
          {outage[lang].asOf(edition)}
        </p>
      )}
    </>
  );
}
