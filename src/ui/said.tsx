/** What became of what the reader just did. Nothing where there is nothing to say. */
export function Said({ children }: { children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p className="said" role="status">
      {children}
    </p>
  );
}
