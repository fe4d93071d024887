/**
 * Buttons that sign in with a passkey (`data-passkey="sign-in"`, then to `data-next`) or add one of this device
 * (`data-passkey="add"`); shown only where the browser has them.
 */
export function startPasskeyButtons(): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const button of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const status = button.nextElementSibling;
    const tell = (failed: boolean) => {
      if (status instanceof HTMLElement) status.textContent = (failed && status.dataset.failed) || '';
    };
    button.dataset.ready = '';
    button.addEventListener('click', async () => {
      tell(false);
      const { passkeys } = await import('./passkeys');
      const adds = button.dataset.passkey === 'add';
      const answer = adds
        ? await passkeys.passkey.addPasskey({ name: navigator.platform })
        : await passkeys.signIn.passkey();
      if (answer?.error) tell(true);
      else if (adds) location.reload();
      else location.assign(button.dataset.next ?? '/');
    });
  }
}
