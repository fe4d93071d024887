import type { ReactNode } from 'react';

export type Definition = { term: string; value: ReactNode };

/** Term and value, one a line: the facts of a profile. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
