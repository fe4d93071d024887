import { remember } from './remember';

/** What happened to accounts, by name: the log holds nothing else. */
const securityKinds = [
  'signed-in',
  'sign-in-failed',
  'sign-in-refused',
  'account-made',
  'account-removed',
  'role-changed',
  'password-changed',
  'password-change-failed',
  'password-change-refused',
  'password-set',
  'passkey-added',
  'passkey-removed',
  'invitation-made',
  'invitation-used',
  'reset-made',
  'reset-used',
  'link-revoked',
  'token-made',
  'token-revoked',
] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** An event as the server's log tells it. Never a password, a token, a link or a hash of one. */
export interface SecurityLine {
  kind: SecurityKind;
  /** Whom it concerns, and who did it, by e-mail address. */
  account: string | null;
  by: string | null;
  /** The client's network address; null for the command line. */
  address: string | null;
  detail: string | null;
}

type Listener = (line: SecurityLine) => void;

const ear = () => remember<{ listener?: Listener }>('security listener', () => ({}));

/** From now on events of this process are told to `listener`. */
export function hearSecurity(listener: Listener): void {
  ear().listener = listener;
}

/** Tells whoever listens; nobody does on the command line. */
export function tellSecurity(line: SecurityLine): void {
  ear().listener?.(line);
}
