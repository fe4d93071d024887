import { z } from 'zod';

/** An empty setting is one that is not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (typeof given === 'string' && given.trim() === '' ? undefined : given), schema);

const whole = (least: number, most: number, otherwise: number) =>
  optional(
    z
      .string()
      .default(String(otherwise))
      .refine(
        (text) => /^\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most,
        `write a whole number from ${least} to ${most}`,
      )
      .transform(Number),
  );

const yesOrNo = optional(
  z
    .enum(['0', '1'], 'write 1 for yes, or leave it out')
    .default('0')
    .transform((text) => text === '1'),
);

/** What is wrong with an address that readers are to come by; null where it is good. */
function siteProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text))
    return `it has to begin with https:// (or http://), as in https://${text.replace(/^(?:[a-z]+:)?\/+/i, '') || 'ai.example.org'}`;
  if (!URL.canParse(text)) return 'it is no address';
  const { username, password, pathname, search, hash } = new URL(text);
  if (username !== '' || password !== '') return 'leave out the name and password';
  if (!/^\/*$/.test(pathname))
    return 'it has a path, and the site cannot live below one: give it a name or a port of its own, as in https://ai.example.org';
  return search === '' && hash === '' ? null : 'leave out what comes after the host';
}

const postgresUrl = (text: string) => URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol);
const listOf = (text: string) => text.split(',').flatMap((each) => each.trim() || []);

/** A host as it stands in an address, with or without its port. */
const isHost = (text: string) =>
  text === '*' || (/^[^\s/@?#]+$/.test(text) && URL.canParse(`http://${text}`));

/** An IP address, a network by the length of its prefix, or a name that Express has for some. */
const isNetwork = (text: string) =>
  ['loopback', 'linklocal', 'uniquelocal'].includes(text) ||
  z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).safeParse(text).success;

/**
 * Every setting of the product, read from the environment: what it may be, what it is where nothing is said, and in a few words
 * what it is for (which is the README's table). A setting that is none is told before anything starts.
 */
export const settingsSchema = z.object({
  PORT: whole(1, 65_535, 3000).meta({ shown: '3000', description: 'the port that it listens on' }),
  HOST: optional(z.string().trim().max(255).optional()).meta({
    shown: 'every network',
    description:
      'the address that it listens on; `127.0.0.1` where a proxy on the same machine is to be the only way in',
  }),
  PUBLIC_URL: optional(
    z
      .string()
      .trim()
      .superRefine((text, context) => {
        const problem = siteProblem(text);
        if (problem !== null) context.addIssue({ code: 'custom', message: problem });
      })
      .transform((text) => new URL(text).origin)
      .optional(),
  ).meta({
    shown: '`http://localhost:PORT`',
    description:
      'the address that readers come by, without a path: it stands in links, feeds, pictures and previews, cookies are for it, and forms are taken from it',
  }),
  SECURITY_CONTACT: optional(
    z
      .string()
      .trim()
      .refine(
        (text) => /^(?:https:\/\/|mailto:|tel:)\S+$/.test(text),
        'write mailto:name@example.org, or an https:// address',
      )
      .optional(),
  ).meta({
    shown: 'the form at `/en/report`',
    description: 'where a hole is reported to, as `/.well-known/security.txt` says',
  }),
  ALLOWED_HOSTS: optional(
    z
      .string()
      .transform(listOf)
      .refine(
        (hosts) => hosts.every(isHost),
        'write hosts with commas between them, as in ai.example.org, www.example.org',
      )
      .optional(),
  ).meta({
    shown: "PUBLIC_URL's and `localhost`; numbers too while there is no PUBLIC_URL",
    description: 'further hosts that it answers to, with commas between them; `*` for any',
  }),
  TRUST_PROXY: optional(
    z
      .string()
      .default('0')
      .transform((text, context) => {
        const said = text.trim();
        if (/^\d{1,2}$/.test(said)) return Number(said);
        const networks = listOf(said);
        if (networks.length > 0 && networks.every(isNetwork)) return networks;
        context.addIssue({
          code: 'custom',
          message:
            'write how many proxies stand before it (1), or their networks with commas between them (loopback, 10.0.0.0/8)',
        });
        return z.NEVER;
      }),
  ).meta({
    shown: '0',
    description:
      "how many proxies of yours stand before it, or their networks (`loopback, 10.0.0.0/8`): the client's address is the first, from here, that is none of theirs. nginx alone: 1; a CDN before nginx: 2, and nginx open to the CDN only. Too low, and all readers of the CDN count as one; too high, and clients name their own address",
  }),
  DATA_DIR: optional(z.string().default('.data')).meta({
    shown: '`.data`',
    description: 'where the embedded database, its log and the secrets live',
  }),
  DATABASE_URL: optional(
    z.string().refine(postgresUrl, 'write postgresql://user:password@host:port/database').optional(),
  ).meta({ shown: 'the embedded one', description: 'a PostgreSQL of yours' }),
  DATABASE_REPLICA_URLS: optional(
    z
      .string()
      .default('')
      .transform(listOf)
      .superRefine((urls, context) => {
        urls.forEach((url, at) => {
          if (!postgresUrl(url))
            context.addIssue({
              code: 'custom',
              message: `address ${at + 1} is none of a PostgreSQL; write postgresql://user:password@host:port/database, several with commas between them`,
            });
        });
      }),
  ).meta({ shown: 'none', description: 'replicas to read from, with commas between them' }),
  DATABASE_CONNECTIONS: whole(1, 1000, 8).meta({
    shown: '8',
    description: 'connections that a process opens to each server, and as many for earlier editions',
  }),
  AUTH_SECRET: optional(
    z.string().min(32, 'it needs at least 32 characters; make one: openssl rand -base64 32').optional(),
  ).meta({
    shown: 'a file in DATA_DIR',
    description: 'signs sessions; the same on all machines of a site',
    secret: true,
  }),
  METRICS_TOKEN: optional(
    z.string().min(16, 'it needs at least 16 characters; make one: openssl rand -base64 32').optional(),
  ).meta({
    shown: 'nobody may',
    description: 'who sends it (`Authorization: Bearer …`) may read `/api/metrics`',
    secret: true,
  }),
  NGINX_FOLDER: optional(z.string().optional()).meta({
    shown: 'none',
    description: 'where nginx before it is told of editions (`deploy/nginx.conf`)',
  }),
  DRAIN_SECONDS: whole(0, 3600, 0).meta({
    shown: '0',
    description:
      'seconds in which a server that is asked to stop still answers and says that it is not ready',
  }),
  API_REQUESTS_PER_MINUTE: whole(0, 1_000_000, 600).meta({
    shown: '600',
    description:
      'requests that a client may make to the API in a minute, each 2,000 bytes of a body counting as one more; 0: any number',
  }),
  LOG_LEVEL: optional(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'write one of trace, debug, info, warn, error, fatal, silent',
      )
      .default('info'),
  ).meta({
    shown: '`info`; `warn` for `npm run up`',
    description: 'how much goes into the log, a line of JSON for each event on standard output',
  }),
  WEBHOOKS_TO_PRIVATE_ADDRESSES: yesOrNo.meta({
    shown: '0',
    description: '1: webhooks may be sent into private networks',
  }),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

const names = Object.keys(settingsSchema.shape) as SettingName[];
const read = new Map<SettingName, { given: string | undefined; value: unknown }>();

/** What is wrong with what is given for a setting, in sentences. A secret is not repeated. */
function problemsOf(name: SettingName, given: string | undefined): string[] {
  const schema = settingsSchema.shape[name];
  const parsed = schema.safeParse(given);
  if (parsed.success) return [];
  const hidden = schema.meta()?.secret === true || /:\/\/[^/]*@/.test(given ?? '');
  return parsed.error.issues.map(({ message }) => `${name}${hidden ? '' : ` is "${given}"`}: ${message}.`);
}

/** What a setting is. Throws where it is none: `settingProblems` told so at the start. */
export function setting<Name extends SettingName>(name: Name): Settings[Name] {
  const given = process.env[name];
  const known = read.get(name);
  if (known && known.given === given) return known.value as Settings[Name];
  const parsed = settingsSchema.shape[name].safeParse(given);
  if (!parsed.success) throw new Error(problemsOf(name, given).join(' '));
  const value = parsed.data as Settings[Name];
  read.set(name, { given, value });
  return value;
}

/** What is wrong with the settings, a sentence for each; none where all is well. Secrets are not repeated. */
export function settingProblems(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  return names.flatMap((name) => problemsOf(name, environment[name]));
}
