import { forEachElement } from './for-each';

/** Buttons that copy the text of a field (`data-copy`: its id) or a picture (`data-copy-picture`: its address). */
export function startCopying(): void {
  if (typeof navigator.clipboard?.write !== 'function') return;
  forEachElement<HTMLElement>('[data-copy], [data-copy-picture]', (button) => {
    const status = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const { copy: field, copyPicture: picture } = button.dataset;
      const copied = await (picture ? copyPicture(picture) : copyField(field ?? ''))
        .then(() => true)
        .catch(() => false);
      if (status instanceof HTMLElement)
        status.textContent = (copied ? status.dataset.copied : status.dataset.notCopied) ?? '';
    });
  });
}

function copyField(id: string): Promise<void> {
  const field = document.getElementById(id);
  return navigator.clipboard.writeText(field instanceof HTMLTextAreaElement ? field.value : '');
}

function copyPicture(address: string): Promise<void> {
  // Safari wants the promise inside the item: the press must not be over when the clipboard is written.
  const png = fetch(address).then((answer) => answer.blob());
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
