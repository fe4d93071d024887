import { createHash } from 'node:crypto';

/** Headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  // Once somebody was here by https, browsers come by https only.
  ...(process.env.PUBLIC_URL?.startsWith('https:')
    ? { 'strict-transport-security': 'max-age=31536000' }
    : {}),
};

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands between the tags of every element of a name that loads nothing. */
function inlineTexts(html: string, element: 'script' | 'style'): string[] {
  const pattern = new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, 'g');
  return [...html.matchAll(pattern)].map(([, text = '']) => text);
}

/** May other sites show this page in a frame? */
export function isEmbeddable(path: string): boolean {
  return /^(?:\/en)?\/embed\//.test(path);
}

/**
 * The policy of a page: scripts and styles of our own files, and exactly those that we wrote into it, by their hashes.
 * Colours and widths of drawings stand in style attributes, which run nothing.
 */
export function pagePolicy(html: string, path: string): string {
  const [scripts, styles] = (['script', 'style'] as const).map((element) =>
    [...new Set(inlineTexts(html, element).map(hashOf))].join(' '),
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
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
