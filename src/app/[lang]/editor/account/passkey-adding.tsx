'use client';

import { useEffect, useState } from 'react';
import type { Lang } from '@/domain/bilingual';
import { accountWords } from '@/i18n/accounts';

/** The button that adds a passkey of this device; only where the browser has them. */
export function PasskeyAdding({ lang }: { lang: Lang }) {
  const [able, setAble] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setAble('PublicKeyCredential' in window), []);
  if (!able) return null;
  async function add() {
    setFailed(false);
    const { passkeys } = await import('../../passkey-client');
    const { error } = (await passkeys.passkey.addPasskey({ name: navigator.platform })) ?? {};
    if (error) setFailed(true);
    else window.location.reload();
  }
  return (
    <p className="form-do">
      <button type="button" className="button" onClick={add}>
        {accountWords[lang].addPasskey}
      </button>
      <span role="status">{failed ? accountWords[lang].passkeyFailed : ''}</span>
    </p>
  );
}
