import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** The figure's mark: `<EvidenceMark … />`. */
  evidence?: ReactNode;
};

/** A figure with its mark; the mark never wraps to a line of its own. */
export function Value({ children, evidence }: Props) {
  return (
    <span className="value">
      {children}
      {/* A word joiner keeps the line from breaking before the mark. */}
      {evidence === undefined || evidence === null ? null : '\u2060'}
      {evidence}
    </span>
  );
}
