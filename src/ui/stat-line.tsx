import type { ReactNode } from 'react';

type Props = {
  figure: ReactNode;
  /** Follows the figure in small: 亿元, models. */
  unit?: string;
  label: ReactNode;
  note?: ReactNode;
  /** `<EvidenceMark … />` */
  evidence?: ReactNode;
};

/** A large figure, what it counts, and its source. */
export function StatLine({ figure, unit, label, note, evidence }: Props) {
  return (
    <div className="stat">
      <p className="stat-figure">
        {figure}
        {unit === undefined ? null : <span className="stat-unit">{unit}</span>}
      </p>
      <p className="stat-label">
        {label}
        {evidence}
      </p>
      {note === undefined ? null : <p className="stat-note">{note}</p>}
    </div>
  );
}

/** Several large figures side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="stat-row">{children}</div>;
}
