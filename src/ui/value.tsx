import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** The figure's mark: `<EvidenceMark … />`. */
  evidence?: ReactNode;
};

/** A figure with its mark. Where the figure is a text, the mark never wraps to a line of its own. */
export function Value({ children, evidence }: Props) {
  if (typeof children !== 'string' || evidence === undefined || evidence === null) {
    return (
      <span className="value">
        {children}
        {evidence}
      </span>
    );
  }
  // Browsers break before a button even after a word joiner, so the last character and the mark share a box.
  const characters = [...children];
  const last = characters.pop();
  return (
    <span className="value">
      {characters.join('')}
      <span className="whitespace-nowrap">
        {last}
        {evidence}
      </span>
    </span>
  );
}
