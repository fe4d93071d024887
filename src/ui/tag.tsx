import type { ReactNode } from 'react';

/** A short word in a thin frame: a modality, an alias, a kind. With `href` it is a link. */
export function Tag({ children, href }: { children: ReactNode; href?: string }) {
  return href === undefined ? (
    <span className="tag">{children}</span>
  ) : (
    <a className="tag" href={href}>
      {children}
    </a>
  );
}

/** Several tags in a row that wraps. */
export function TagRow({ children }: { children: ReactNode }) {
  return <span className="tags">{children}</span>;
}
