import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
};

/** A labelled field of a form. The control inside has `id`, and `aria-describedby={`${id}-hint`}` where there is a hint. */
export function Field({ id, label, hint, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
