'use client';

import { useEffect, useState } from 'react';

type Props = {
  /** A text to copy, or the address of a PNG. */
  text?: string;
  picture?: string;
  words: { copy: string; copied: string; notCopied: string };
};

/** Copies a text or a picture. Appears with scripts only, because it needs them. */
export function CopyButton({ text, picture, words }: Props) {
  const [ready, setReady] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setReady(typeof navigator.clipboard?.write === 'function'), []);
  const copy = async () => {
    try {
      if (picture === undefined) await navigator.clipboard.writeText(text ?? '');
      else {
        // Safari wants the promise inside the item: the press must not be over when the clipboard is written.
        const png = fetch(picture).then((answer) => answer.blob());
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      }
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  if (!ready) return null;
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        {words.copy}
      </button>
      <span role="status" className="text-small">
        {said}
      </span>
    </>
  );
}
