import type { ReactNode } from 'react';

/** A sentence that was made from the data and says what it shows. */
export function FindingLine({ children }: { children: ReactNode }) {
  return <p className="finding">{children}</p>;
}
