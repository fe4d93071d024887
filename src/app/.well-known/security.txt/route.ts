import { setting } from '@/domain/settings';
import { publicUrl } from '@/linking/public-url';

// What it says is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

const day = 24 * 60 * 60 * 1000;

/** Where to report a hole (RFC 9116). */
export function GET(): Response {
  const site = publicUrl();
  // Whoever reads an old copy should ask again; the standard wants less than a year.
  const expires = new Date(Math.floor(Date.now() / day) * day + 180 * day).toISOString();
  const text = [
    `Contact: ${setting('SECURITY_CONTACT') ?? `${site}/en/report`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${site}/.well-known/security.txt`,
    '',
  ].join('\n');
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
}
