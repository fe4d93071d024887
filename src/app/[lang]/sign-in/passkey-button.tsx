import type { Lang } from '@/domain/bilingual';
import { accountWords } from '@/i18n/accounts';

type Props = {
  lang: Lang;
  /** Signs in and goes to `next`, or adds a passkey of this device to the account that is signed in. */
  next?: string;
};

/** A button for passkeys. Not to be seen until `browser/passkey-buttons.ts` has found that the browser has them. */
export function PasskeyButton({ lang, next }: Props) {
  const words = accountWords[lang];
  return (
    <>
      <button
        type="button"
        className="button passkey-button"
        data-passkey={next === undefined ? 'add' : 'sign-in'}
        data-next={next}
      >
        {next === undefined ? words.addPasskey : words.withPasskey}
      </button>
      <span role="status" data-failed={words.passkeyFailed} />
    </>
  );
}
