import type { ReactNode } from 'react';

export type TimelineEntry = {
  key: string;
  /** The date as a person reads it. */
  date: ReactNode;
  /** The date for machines, where it is a day, a month or a year: '2023-02-24', '2023-02', '2023'. */
  dateTime?: string;
  title: ReactNode;
  detail?: ReactNode;
};

/** Events in order, a date before each. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.dateTime}>{entry.date}</time>
          <div>
            <div>{entry.title}</div>
            {entry.detail === undefined ? null : <div className="timeline-detail">{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
