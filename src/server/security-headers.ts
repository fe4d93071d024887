import { createHash } from 'node:crypto';
import { publicUrl } from '@/linking/public-url';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** May other sites show this page in a frame? */
export function isEmbeddable(path: string): boolean {
  return /^(?:\/en)?\/embed\//.test(path);
}

/**
 * The policy of a page: scripts and styles of our own files, and those whose texts are named here, by their hashes. They are
 * named by the build and the front, never found in the finished page: a script that got into a page by way of a record does
 * not run, and is not blessed. Colours and widths of drawings stand in style attributes, which run nothing.
 */
export function pagePolicy(
  path: string,
  own: { scripts: readonly string[]; styles: readonly string[] },
): string {
  const [scripts, styles] = [own.scripts, own.styles].map((texts) =>
    [...new Set(texts.map(hashOf))].join(' '),
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isEmbeddable(path) ? '*' : "'self'"}`,
  ]
    .map((each) => each.trim())
    .join('; ');
}

/** The policy of everything that is no page: it loads nothing and runs nothing. A picture brings its own styles. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers of every answer; a page brings a policy of its own. In development (`keeps` false) there is none. */
export function headersOfEvery(path: string, keeps: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    // Once somebody was here by https, browsers come by https only.
    ...(publicUrl().startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
    ...(keeps && { 'content-security-policy': filePolicy }),
    ...(!isEmbeddable(path) && { 'x-frame-options': 'SAMEORIGIN' }),
  };
}
