/** The addresses of removed accounts end so; nobody receives mail there. */
export const removedAddress = '@removed.invalid';

/** Was this account removed? It stays as the name of what it published, and may do nothing. */
export function isRemoved({ email }: { email: string }): boolean {
  return email.endsWith(removedAddress);
}
