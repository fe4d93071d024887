import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';

/** Asks the browser for passkeys, and the server about them. Loaded only when somebody presses a button. */
export const passkeys = createAuthClient({ plugins: [passkeyClient()] });
