import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { languageTag } from '@/i18n/marks';
import { outage } from '@/i18n/outage';

/** Fields that nobody wrote: keys, numbers, buttons. */
const technical = /^(?:lang|do|only|key|author|draft|base|kind|slug|proposal|next|token)$/;
/** Fields that are in no page. */
const secret = /password|^current$|token|secret/i;

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // A line break in an attribute has to survive the parser.
      .replaceAll('\r', '&#13;')
      .replaceAll('\n', '&#10;')
  );
}

/** Why a form was not written: the database is away, or whoever sent it is signed out. */
export type Unsaved = 'away' | 'signed-out';

/**
 * Answers a form that could not be written with a page that holds it: the same fields, ready to be sent again, and in words, to be
 * copied. Works without JavaScript and needs nothing but itself.
 */
export function unsavedForm(lang: Lang, path: string, form: FormData, why: Unsaved = 'away'): Response {
  const words = outage[lang];
  const [title, text] = why === 'away' ? [words.title, words.text] : [words.signedOut, words.signedOutText];
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !secret.test(name) ? [{ name, value }] : [],
  );
  const files = [...form].flatMap(([, value]) =>
    value instanceof File && value.name !== '' ? [value.name] : [],
  );
  const kept = texts
    .map(({ name, value }) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  const entered = texts
    .filter(({ name, value }) => value.trim() !== '' && !technical.test(name))
    .map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join('');
  const style =
    ':root{color-scheme:light dark}body{font:1.05rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:40rem;margin:12vh auto;padding:0 1.5rem}button{font:inherit;padding:.5rem 1.2rem}dt{color:GrayText}dd{margin:0 0 .8rem;white-space:pre-wrap;overflow-wrap:anywhere}';
  const page = [
    `<!doctype html><html lang="${languageTag[lang]}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${title}</title><style>${style}</style><main><h1>${title}</h1>`,
    `<p role="alert">${files.length > 0 ? words.files(escaped(files.join(', '))) : text}</p>`,
    why === 'signed-out'
      ? `<p><a href="${href(lang, '/sign-in')}" target="_blank">${words.signIn}</a></p>`
      : '',
    files.length > 0
      ? ''
      : `<form method="post" action="${escaped(path)}">${kept}<button>${words.again}</button></form>`,
    entered === '' ? '' : `<h2>${words.entered}</h2><dl>${entered}</dl>`,
    '</main></html>',
  ].join('');
  return new Response(page, {
    status: why === 'away' ? 503 : 403,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(why === 'away' ? { 'Retry-After': '30' } : {}),
      // Its own style, and the form; nothing else.
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
