import { createHash } from 'node:crypto';
import type { Answer } from './site';

/** What an answer is, as far as its headers depend on it. */
export interface Kind {
  /** Other sites may show it in a frame. */
  embeddable?: boolean;
  /** It depends on who asks. */
  personal?: boolean;
  /** Next's own files, which are the same for ever. */
  asset?: boolean;
}

function policyOf(text: string): Map<string, string[]> {
  return new Map(
    text.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

/** Everything between tags of scripts that name no file and hold no data, and of styles: what a browser runs by its hash alone. */
function inlineIn(html: string, element: 'script' | 'style'): string[] {
  const found: string[] = [];
  const begins = new RegExp(`<${element}\\b([^>]*)>`, 'gi');
  for (let begin = begins.exec(html); begin; begin = begins.exec(html)) {
    const end = html.toLowerCase().indexOf(`</${element}`, begins.lastIndex);
    if (!/\ssrc\s*=|\stype="application\/(?:ld\+)?json"/i.test(begin[1] ?? ''))
      found.push(html.slice(begins.lastIndex, end));
    begins.lastIndex = end;
  }
  return found;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function* policyFaults(answer: Answer, { embeddable = false }: Kind): Generator<string> {
  const policy = policyOf(String(answer.headers['content-security-policy'] ?? ''));
  const isPage = String(answer.headers['content-type']).startsWith('text/html');
  if (policy.get('default-src')?.join() !== "'none'") yield 'default-src is not none';
  for (const name of [
    'script-src',
    'script-src-elem',
    'script-src-attr',
    'object-src',
    'worker-src',
    'connect-src',
  ])
    for (const source of policy.get(name) ?? [])
      if (source !== "'self'" && !/^'sha256-[\w+/]{43}='$/.test(source)) yield `${name} allows ${source}`;
  for (const [name, sources] of policy)
    for (const source of sources)
      if (/^(?:\*|https?:|'unsafe-eval')/.test(source) && !(embeddable && name === 'frame-ancestors'))
        yield `${name} allows ${source}`;
  const framed = policy.get('frame-ancestors')?.join();
  if (framed === undefined || (framed === '*') !== (embeddable && isPage)) yield `frame-ancestors ${framed}`;
  if (!isPage) return;
  if (policy.get('base-uri')?.join() !== "'none'") yield 'base-uri is not none';
  if (!["'self'", "'none'"].includes(policy.get('form-action')?.join() ?? '')) yield 'form-action is open';
  // Where no script runs at all, none has to be known.
  for (const text of policy.has('script-src') ? inlineIn(answer.text, 'script') : [])
    if (!policy.get('script-src')?.includes(hashOf(text))) yield `no hash of the script ${text.slice(0, 60)}`;
  const styles = policy.get('style-src') ?? [];
  for (const text of inlineIn(answer.text, 'style'))
    if (!styles.includes(hashOf(text)) && !styles.includes("'unsafe-inline'"))
      yield `no hash of the style ${text.slice(0, 60)}`;
  if (
    /<[a-z][^<>]*\son[a-z]+\s*=/i.test(
      answer.text.replaceAll(/<script[\s\S]*?<\/script/gi, '').replaceAll(/"[^"]*"/g, '""'),
    )
  )
    yield 'an event attribute';
}

function* cookieFaults({ headers }: Answer): Generator<string> {
  for (const cookie of headers['set-cookie'] ?? []) {
    const [named = '', ...attributes] = cookie.split(/;\s*/);
    const has = new Set(attributes.map((each) => each.toLowerCase()));
    const [name] = named.split('=');
    for (const wanted of ['httponly', 'secure', 'path=/'])
      if (!has.has(wanted)) yield `cookie ${name}: no ${wanted}`;
    if (!has.has('samesite=lax') && !has.has('samesite=strict')) yield `cookie ${name}: no samesite`;
    if ([...has].some((each) => each.startsWith('domain='))) yield `cookie ${name} is for other hosts too`;
  }
}

/** What is wrong with the headers of an answer of a site that is reached by https. */
export function faultsOf(answer: Answer, kind: Kind = {}): string[] {
  const { headers } = answer;
  const wanted: Readonly<Record<string, string>> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
  const kept = String(headers['cache-control'] ?? '');
  return [
    ...Object.entries(wanted).flatMap(([name, value]) =>
      headers[name] === value ? [] : [`${name}: ${headers[name]}`],
    ),
    ...['x-powered-by', 'server', 'x-middleware-rewrite'].flatMap((name) =>
      headers[name] === undefined ? [] : [`${name}: ${headers[name]}`],
    ),
    ...((headers['x-frame-options'] === 'SAMEORIGIN') === !kind.embeddable
      ? []
      : [`x-frame-options: ${headers['x-frame-options']}`]),
    ...policyFaults(answer, kind),
    ...cookieFaults(answer),
    ...(kind.personal && !kept.includes('no-store') ? [`personal, and cache-control: ${kept}`] : []),
    ...(answer.status >= 400 && answer.status !== 404 && answer.status !== 410 && !kept.includes('no-store')
      ? [`an error, and cache-control: ${kept}`]
      : []),
    ...(headers['set-cookie'] && !kept.includes('no-store') ? [`a cookie, and cache-control: ${kept}`] : []),
    ...(headers['access-control-allow-credentials'] ? ['credentials for other sites'] : []),
  ];
}
