import type { ReactNode } from 'react';

type Props = { summary: ReactNode; open?: boolean; children: ReactNode };

/** Detail that opens in place, without JavaScript. */
export function Disclosure({ summary, open = false, children }: Props) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
