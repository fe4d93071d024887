import type { ReactNode } from 'react';

type Props = {
  /** The anchor: `#id`. */
  id: string;
  title: ReactNode;
  /** 2 by default; 3 for a section within one. */
  level?: 2 | 3;
  /** A line under the heading. */
  note?: ReactNode;
  /** A link at the end of the heading's line, such as "all 48 models". */
  more?: ReactNode;
  children: ReactNode;
};

/** A part of a page: a rule, a heading that is a link to itself, content. */
export function Section({ id, title, level = 2, note, more, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={level === 2 ? 'section' : 'section section-minor'}>
      <div className="section-head">
        <Heading>
          <a href={`#${id}`}>{title}</a>
        </Heading>
        {more === undefined ? null : <span className="section-more">{more}</span>}
        {note === undefined ? null : <p className="section-note">{note}</p>}
      </div>
      {children}
    </section>
  );
}
