/** Cookies in which something new travels to the page that shows it; an address would stay in histories and logs. */
export const shownOnce = { token: 'made-token', link: 'made-link' } as const;

/** The value of Set-Cookie: for one look, within a minute, by the page alone. */
export function showOnce(what: keyof typeof shownOnce, value: string, secure: boolean): string {
  return `${shownOnce[what]}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
