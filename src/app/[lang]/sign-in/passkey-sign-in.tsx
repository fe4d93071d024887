'use client';

import { useEffect, useState } from 'react';
import type { Lang } from '@/domain/bilingual';
import { accountWords } from '@/i18n/accounts';
import { href } from '@/i18n/href';

/** The button for signing in with a passkey; only where the browser has them. */
export function PasskeySignIn({ lang, next }: { lang: Lang; next: string }) {
  const [able, setAble] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setAble('PublicKeyCredential' in window), []);
  if (!able) return null;
  async function signIn() {
    setFailed(false);
    const { passkeys } = await import('../passkey-client');
    const { error } = await passkeys.signIn.passkey();
    if (error) setFailed(true);
    else window.location.assign(href(lang, next));
  }
  return (
    <>
      <button type="button" className="button" onClick={signIn}>
        {accountWords[lang].withPasskey}
      </button>
      <span role="status">{failed ? accountWords[lang].passkeyFailed : ''}</span>
    </>
  );
}
