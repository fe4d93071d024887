/** A text to take away, with what can be done with it. */
export function ShareField({
  id,
  label,
  note,
  text,
  children,
}: {
  id: string;
  label: string;
  note?: string;
  text: string;
  children?: React.ReactNode;
}) {
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={Math.min(8, Math.ceil(text.length / 90) + text.split('\n').length - 1)}
        defaultValue={text}
      />
      <span className="share-field-do">{children}</span>
      {note === undefined ? null : <span className="share-note">{note}</span>}
    </div>
  );
}
