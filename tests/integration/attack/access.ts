import { charts } from '@/charts/registry';
import { subjectKeys } from '@/compare/subject-kind';
import type { Role } from '@/domain/role';
import { recordKinds } from '@/records/record';

/** Who is granted something: everybody, or whoever has at least this role. */
export type Least = 'everybody' | Role;

/** A page or file that is read. `address` is one of its addresses, in Chinese; `{code}` stands for a pinned link's code. */
export interface ReadGrant {
  folder: string;
  address: string;
  least: Least;
}

/** A form that is sent, with one thing that it does. `fields` change nothing even where they are granted. */
export interface FormGrant {
  folder: string;
  address: string;
  fields: Readonly<Record<string, string>>;
  least: Least;
  /** Answers a program, by a status, instead of sending a browser on. */
  program?: true;
  /** Programs without a page may send it too. */
  withoutOrigin?: true;
}

const read = (folder: string, address: string, least: Least = 'everybody'): ReadGrant => ({
  folder,
  address,
  least,
});

/** Everything that can be read, and by whom. */
export const reads: readonly ReadGrant[] = [
  read('[lang]', '/'),
  read('[lang]/[...rest]', '/no/such/page'),
  read('[lang]/api', '/api'),
  read('[lang]/changes', '/changes'),
  read('[lang]/charts', '/charts'),
  read('[lang]/charts/[slug]', '/charts/rounds'),
  read('[lang]/charts/[slug]/records', '/charts/rounds/records'),
  read('[lang]/compare', '/compare?vendors=baidu~openai'),
  read('[lang]/compare/industries', '/compare/industries'),
  read('[lang]/compare/models', '/compare/models'),
  read('[lang]/compare/ready', '/compare/ready'),
  read('[lang]/data', '/data'),
  read('[lang]/doubts', '/doubts'),
  read('[lang]/embed/charts/[slug]', '/embed/charts/rounds'),
  read('[lang]/embed/compare/[[...kind]]', '/embed/compare?vendors=baidu~openai'),
  read('[lang]/embed/s/[code]', '/embed/s/{code}'),
  read('[lang]/funding', '/funding'),
  read('[lang]/funding/[slug]', '/funding/zhipu-2026-ipo'),
  read('[lang]/indicators', '/indicators'),
  read('[lang]/indicators/[slug]', '/indicators/training-cost'),
  read('[lang]/industries', '/industries'),
  read('[lang]/industries/[slug]', '/industries/finance'),
  read('[lang]/map', '/map'),
  read('[lang]/method', '/method'),
  read('[lang]/models', '/models'),
  read('[lang]/models/[slug]', '/models/ernie'),
  read('[lang]/people', '/people'),
  read('[lang]/report', '/report?page=/vendors/baidu'),
  read('[lang]/s/[code]', '/s/{code}'),
  read('[lang]/s/[code]/link', '/s/{code}/link'),
  read('[lang]/search', '/search?q=baidu'),
  read('[lang]/set-password', '/set-password?token=none'),
  read('[lang]/set-up', '/set-up?token=none'),
  read('[lang]/sign-in', '/sign-in'),
  read('[lang]/sources', '/sources'),
  read('[lang]/sources/[slug]', '/sources/article'),
  read('[lang]/style', '/style'),
  read('[lang]/value-chain', '/value-chain'),
  read('[lang]/vendors', '/vendors'),
  read('[lang]/vendors/[slug]', '/vendors/baidu'),

  read('[lang]/editor', '/editor', 'contributor'),
  read('[lang]/editor/account', '/editor/account', 'contributor'),
  read('[lang]/editor/accounts', '/editor/accounts', 'admin'),
  read('[lang]/editor/accounts/remove', '/editor/accounts/remove?id=0', 'admin'),
  read('[lang]/editor/history/[kind]/[slug]', '/editor/history/organization/baidu', 'contributor'),
  read('[lang]/editor/import', '/editor/import', 'editor'),
  read('[lang]/editor/news', '/editor/news', 'contributor'),
  read('[lang]/editor/programs', '/editor/programs', 'admin'),
  read('[lang]/editor/proposals', '/editor/proposals', 'editor'),
  read('[lang]/editor/records', '/editor/records', 'contributor'),
  read('[lang]/editor/to-confirm', '/editor/to-confirm', 'contributor'),
  read('[lang]/editor/records/[kind]', '/editor/records/funding-event', 'contributor'),
  read('[lang]/editor/records/[kind]/[slug]', '/editor/records/organization/baidu', 'contributor'),
  read('api/import/refused', '/api/import/refused?draft=0', 'editor'),

  read('api/charts/[slug]/[format]', '/charts/rounds.csv'),
  read('api/compare/[kind]/[format]', '/compare.csv?vendors=baidu~openai'),
  read('api/lists/[list]/[format]', '/models.csv'),
  read('api/shares/[code]/[format]', '/s/{code}.svg'),
  read('api/v1/[[...path]]', '/api/v1/openapi.json'),
  read('data/[file]', '/data/funding-event.csv'),
  read('feeds/[name]', '/feeds/funding.atom'),
  read('.well-known/security.txt', '/.well-known/security.txt'),
  read('llms.txt', '/llms.txt'),
  read('preview.png', '/preview.png'),
  read('robots.txt', '/robots.txt'),
  read('sitemap.xml', '/sitemap.xml'),
  read('sitemaps/[name]', '/sitemaps/pages.xml'),
  read('oembed', '/oembed?url=https%3A%2F%2Flandscape.example%2Fcharts%2Frounds'),
];

const form = (
  folder: string,
  least: Least,
  fields: Record<string, string>,
  more: Partial<FormGrant> = {},
): FormGrant => ({ folder, address: `/${folder}`, fields, least, ...more });

/** Everything that a form can do, and who may. */
export const forms: readonly FormGrant[] = [
  form('api/sign-in', 'everybody', { email: 'nobody@example.org', password: 'not a password' }),
  form('api/sign-out', 'everybody', {}),
  form('api/set-password', 'everybody', { token: 'none', name: 'x', password: 'a password of nobody' }),
  form('api/set-up', 'everybody', { token: 'none' }),
  form('api/reports', 'everybody', { page: 'none', text: '' }),
  form('api/shares', 'everybody', { path: 'none', kind: 'live' }, { program: true, withoutOrigin: true }),

  form('api/account/password', 'contributor', { current: 'x', password: 'y' }),
  form('api/account/sessions', 'contributor', { session: '0' }),
  form('api/account/tokens', 'contributor', { token: '0' }),
  form('api/account/passkeys', 'contributor', { passkey: '0' }),
  form('api/news', 'contributor', { text: '' }),
  form('api/news', 'contributor', { do: 'discard', draft: '0' }),
  form('api/news/confirm', 'contributor', { draft: '0', only: 'all' }),
  form('api/records', 'contributor', { do: 'discard', kind: 'source' }),
  form('api/records/draft', 'contributor', { kind: 'none' }, { program: true }),
  form(
    'api/records/duplicates',
    'contributor',
    { kind: 'organization', 'f.name.zh': '百度' },
    { program: true },
  ),

  form('api/editions/[edition]/undo', 'editor', {}, { address: '/api/editions/999999/undo' }),
  form('api/import', 'editor', { do: 'upload' }),
  ...['discard', 'cancel', 'look-again', 'again', 'import'].map((what) =>
    form('api/import', 'editor', { do: what, draft: '0' }),
  ),
  ...['accept', 'accept-chosen', 'decline', 'edit'].map((what) =>
    form('api/proposals', 'editor', { do: what, id: '0', reason: 'x' }),
  ),
  form('api/records/merge', 'editor', { from: 'no-such-one', into: 'nor-this' }),
  form('api/records/restore', 'editor', { kind: 'source', slug: 'no-such-source', edition: '1' }),

  form('api/accounts', 'admin', { do: 'create', email: 'none' }),
  form('api/accounts', 'admin', { do: 'role', id: '0', role: 'admin' }),
  form('api/accounts', 'admin', { do: 'remove', id: '0', sure: 'nobody@example.org' }),
  form('api/accounts', 'admin', { do: 'invite', email: 'none', role: 'admin', days: '7' }),
  ...['reset', 'revoke'].map((what) => form('api/accounts', 'admin', { do: what, id: '0' })),
  form('api/programs', 'admin', { do: 'make', name: '', scope: 'publish' }),
  ...['revoke', 'remove', 'retry'].map((what) => form('api/programs', 'admin', { do: what, id: '0' })),
  form('api/programs', 'admin', { do: 'add', url: 'none' }),
];

/** Who may call an operation of the API: anybody, or who has a token of at least this scope. */
export const operationGrants: Readonly<Record<string, 'everybody' | 'propose'>> = {
  ...Object.fromEntries(
    [
      ...recordKinds.flatMap((kind) => [`list-${kind}`, `get-${kind}`]),
      ...charts.map(({ slug }) => `chart-${slug}`),
      ...subjectKeys.map((key) => `compare-${key}`),
      'list-charts',
      'money-raised',
      'search',
      'changes',
      'edition',
      'newswire',
    ].map((id) => [id, 'everybody' as const]),
  ),
  propose: 'propose',
  'get-proposal': 'propose',
};

/** Tools of agents: all of them read what everybody may read. */
export const toolGrants: readonly string[] = ['search', 'compare', 'chart', 'record', 'funding', 'changes'];

/** Doors of better-auth that are open, and to whom; it has about thirty more. */
export const authGrants: Readonly<Record<string, Least>> = {
  'GET /passkey/generate-authenticate-options': 'everybody',
  'POST /passkey/verify-authentication': 'everybody',
  'GET /passkey/generate-register-options': 'contributor',
  'POST /passkey/verify-registration': 'contributor',
};

/** What answers without a file of its own in src/app. */
export const ofTheFront: readonly string[] = [
  '/api/health',
  '/api/health/live',
  '/api/health/ready',
  '/api/metrics',
];

/** Routes that the tables above hold in another form, by method. */
export const elsewhere: Readonly<Record<string, string>> = {
  'GET api/auth/[...all]': 'authGrants',
  'POST api/auth/[...all]': 'authGrants',
  'POST api/v1/[[...path]]': 'operationGrants',
  'OPTIONS api/v1/[[...path]]': 'operationGrants',
  'POST mcp': 'toolGrants',
  'GET mcp': 'toolGrants',
  'DELETE mcp': 'toolGrants',
  'OPTIONS mcp': 'toolGrants',
};
