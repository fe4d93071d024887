type Props = {
  words: { copy: string; copied: string; notCopied: string };
} & (
  | { /** The id of the field whose text is copied. */ from: string }
  | { /** The address of the PNG that is copied. */ picture: string }
);

/** Copies a text or a picture. Hidden until `browser/copying.ts` has found that the browser can. */
export function CopyButton({ words, ...what }: Props) {
  const data = 'from' in what ? { 'data-copy': what.from } : { 'data-copy-picture': what.picture };
  return (
    <>
      <button type="button" className="button" hidden {...data}>
        {words.copy}
      </button>
      <span
        role="status"
        className="text-small"
        data-copied={words.copied}
        data-not-copied={words.notCopied}
      />
    </>
  );
}
