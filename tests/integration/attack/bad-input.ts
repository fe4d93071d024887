import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fileParameters } from '@/charts/engine/file-format';
import { charts } from '@/charts/registry';
import { compareParameters, formatParameters } from '@/compare/state';
import { formFieldsOf } from '@/editorial/record-fields';
import { changeParameters } from '@/lists/changes/parameters';
import { fundingParameters } from '@/lists/funding/parameters';
import { modelParameters } from '@/lists/models/parameters';
import { vendorParameters } from '@/lists/vendors/parameters';
import { recordKinds } from '@/records/record';

/** Markup that would show itself if it were let through: nothing of ours is named so. */
export const mark = 'xss-mark';

const sources = readdirSync('src/app', { recursive: true })
  .map((file) => path.join('src/app', String(file)))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

/** What stands in brackets after one of these words, anywhere in the routes. */
const namesAfter = (call: RegExp) =>
  sources.flatMap((source) => [...source.matchAll(call)].map(([, name = '']) => name));

/** Every parameter that some page or file reads: those of the schemas, and those that are asked for by name. */
export const parameterNames = [
  ...new Set([
    ...[
      changeParameters,
      fundingParameters,
      modelParameters,
      vendorParameters,
      fileParameters,
      compareParameters,
      formatParameters,
    ]
      .concat(charts.map(({ parameters }) => parameters) as never[])
      .flatMap((parameters) => Object.keys(parameters)),
    ...namesAfter(/\.get(?:All)?\('([\w-]+)'\)/g),
    ...[
      'edition',
      'known',
      'after',
      'page',
      'vendors',
      'models',
      'industries',
      'order',
      'highlight',
      'lang',
      '_rsc',
    ],
  ]),
];

/** Every field that some form has. */
export const fieldNames = [
  ...new Set([
    ...namesAfter(/\b(?:field|own|text|texts|file)\('([\w.-]+)'\)/g),
    ...recordKinds.flatMap((kind) => formFieldsOf(kind).map(({ name }) => `f.${name}`)),
    ...[
      'f.name.zh',
      'f.name.en',
      'f.citations.0.source',
      'f.citations.9.kind',
      'f.',
      'f.__proto__',
      'f.a.b.c.d',
    ],
    ...[
      'e.0.company',
      'e.0.amount',
      'e.-1.round',
      'e.x',
      'column.name',
      'column.',
      'resolve.0',
      '__proto__',
      'constructor',
    ],
  ]),
];

const wicked = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u200e\u202e\u2066',
  '\ud800',
  'a\udfffb',
  '🤖'.repeat(50),
  'e\u0301'.repeat(100),
  `"><${mark} onload=alert(1)>`,
  `</script><${mark}>`,
  `'-alert(1)-'<${mark}>`,
  `]]><${mark}>`,
  `--><${mark}>`,
  `javascript:alert(1)//<${mark}>`,
  `&lt;${mark}&gt;&#0;`,
  "' OR 1=1 --",
  "'); DROP TABLE record; --",
  '$1 $$ :name ?; SELECT pg_sleep(9)',
  '%',
  '_',
  '\\',
  '%_\\%',
  '../../../../etc/passwd',
  '..\\..\\windows',
  '/etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '//elsewhere.example',
  '=1+1',
  '＝1+1',
  '\t=1',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__[x]',
  'null',
  'undefined',
  'NaN',
  'true',
  '[]',
  '{}',
  '[object Object]',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e-7',
  '9007199254740993',
  '2147483648',
  '99999999999999999999999',
  '0x10',
  '１２',
  '٣',
  '2023-13-45',
  '0000-00-00',
  '9999-12-31',
  '2023Q9',
  '+275760-09-13',
  'baidu',
  'baidu~openai',
  '~'.repeat(400),
  'a~'.repeat(200),
  'floor-desc',
  'all',
  'zh',
  'en',
  'edit',
  'publish',
  'a'.repeat(1500),
  '汉'.repeat(400),
  '\n\r\n',
  'a\r\nset-cookie: x=1',
  '{{7*7}}',
  '#{7*7}',
  '(a+)+$',
  '((((((((((',
];

/** A text that nobody should send. */
export const wickedText = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...wicked) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...wicked), fc.constantFrom(...wicked))
      .map((parts) => parts.join('')),
  },
);

/** A text percent-encoded as a browser does: half a character becomes one that says so. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Part of an address, or garbage that looks so. */
const encoded = wickedText.map(percentEncoded);
const garbage = fc.constantFrom(
  '%',
  '%%',
  '%zz',
  '%C3',
  '%ED%A0%80',
  '%F4%90%80%80',
  '%C0%AF',
  '%2e%2e%2f',
  '%00',
  '%252e',
  '%u0041',
  '+',
  '%0d%0aset-cookie:x=1',
);
const addressPart = fc.oneof({ weight: 4, arbitrary: encoded }, { weight: 1, arbitrary: garbage });

const parameter = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...parameterNames) },
      { weight: 1, arbitrary: addressPart },
    ),
    fc.option(addressPart),
  )
  .map(([name, value]) => (value === null ? name : `${name}=${value}`));

/** A query of parameters that are known, unknown, repeated, empty, or no parameters at all. */
export const wickedQuery = fc.oneof(
  { weight: 9, arbitrary: fc.array(parameter, { minLength: 1, maxLength: 5 }).map((all) => all.join('&')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...parameterNames), addressPart, fc.integer({ min: 2, max: 300 }))
      .map(([name, value, times]) => Array(times).fill(`${name}=${value}`).join('&').slice(0, 7000)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '&&&&',
      '=',
      '?',
      '[]=1',
      'a[b]=c',
      '#',
      ';',
      Array.from({ length: 900 }, (_, at) => `p${at}=1`).join('&'),
    ),
  },
);

/** An address below a folder of the app: its variable parts are wicked. */
export function wickedAddress(path: string) {
  const parts = path.split('/');
  return fc
    .tuple(
      fc.array(addressPart, { minLength: parts.length, maxLength: parts.length }),
      fc.boolean(),
      fc.option(wickedQuery),
    )
    .map(([wicked_, exact, query]) => {
      const way = parts
        .map((part, at) => (part.startsWith('[') ? (exact && at % 2 === 0 ? 'baidu' : wicked_[at]) : part))
        .join('/');
      return `/${way}${query === null ? '' : `?${query}`}`.slice(0, 8000);
    });
}

/** Fields of a form, by names that it may have and others. */
export const wickedFields = fc.array(
  fc.tuple(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fieldNames) }, { weight: 1, arbitrary: wickedText }),
    wickedText,
  ),
  { maxLength: 12 },
);

/** Headers that a client, or a proxy on the way, may send. */
export const wickedHeaders = fc
  .dictionary(
    fc.constantFrom(
      'accept',
      'accept-language',
      'accept-encoding',
      'cookie',
      'range',
      'if-none-match',
      'if-modified-since',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-port',
      'forwarded',
      'host',
      'origin',
      'referer',
      'authorization',
      'content-type',
      'user-agent',
      'rsc',
      'next-router-state-tree',
      'next-router-prefetch',
      'next-action',
      'next-url',
      'x-middleware-subrequest',
      'x-middleware-prefetch',
      'x-matched-path',
      'x-invoke-path',
      'x-now-route-matches',
      'next-resume',
      'x-prerender-revalidate',
      'x-nextjs-data',
      'x-client-address',
      'x-database-away',
      'x-edition',
      'x-http-method-override',
      'purpose',
    ),
    fc.oneof(
      wickedText,
      fc.constantFrom(
        'bytes=0-1',
        'bytes=-1',
        '*',
        'W/"x"',
        '"a", "b"',
        'elsewhere.example',
        'elsewhere.example:0',
        '[',
        '[::1',
        'a b',
        'https,http',
        'zh-CN;q=9',
        'landscape.session_token=x.y',
        '__proto__',
        '1',
        'text/html,*/*',
        'gzip;q=0, br;q=0',
        '%7B%22',
        '["",{},null,null,true]',
      ),
    ),
    { maxKeys: 4 },
  )
  .map((headers) =>
    Object.fromEntries(
      // Node's own client refuses to send what HTTP has no bytes for.
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\x20-\x7e\x80-\xff]/g, '')]),
    ),
  );
