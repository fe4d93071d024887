/** The cookie in which a new token travels to the page that shows it; an address would stay in histories and logs. */
export const madeTokenCookie = 'made-token';

/** The value of Set-Cookie: for one look, within a minute, by the page alone. */
export function madeToken(token: string, secure: boolean): string {
  return `${madeTokenCookie}=${token}; Path=/; Max-Age=60; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
