import { clientAddressHeader } from '@/accounts/auth';
import { isLang, type Lang } from '@/domain/bilingual';
import { type Action, may } from '@/domain/role';
import { setting } from '@/domain/settings';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';
import { type Person, personOf } from './session';
import { unsavedForm } from './unsaved-form';

/** A form that one of our own pages sent. */
export interface SentForm {
  lang: Lang;
  /** The text of a field; empty where it is missing. */
  field(name: string): string;
  /** Every field whose name begins so, by the rest of its name. */
  fields(prefix: string): Record<string, string>;
  /** The texts of all fields of a name. */
  texts(name: string): string[];
  file(name: string): File | null;
}

/**
 * Is this the origin of one of our pages? That of `PUBLIC_URL`, whatever a proxy made of the host on the way, or the one that
 * the request came to, where that is another host: the machine's own name, or a number while the site has no name. At the
 * site's own host nothing but its own scheme and port counts.
 */
function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const [own, reached] = [new URL(publicUrl()), request.headers.get('x-reached-at')];
  const named = new URL(origin).origin;
  if (named === own.origin) return true;
  if (reached === null || named !== reached) return false;
  return setting('PUBLIC_URL') === undefined || new URL(reached).hostname !== own.hostname;
}

/** Browsers name the page that a form comes from; a form of another site is refused, and so is one that hides it. */
export function isOwnForm(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== 'null') return isOwnOrigin(origin, request);
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** Sends the browser on to a page of ours. */
export function sentOn(lang: Lang, path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: href(lang, path), 'Cache-Control': 'no-store' });
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

export function refused(status: number, reason: string): Response {
  return Response.json({ error: { reason } }, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** The network address that a request came from, as the front counts it. */
export function clientOf(request: Request): string {
  return request.headers.get(clientAddressHeader) ?? '';
}

const largestId = 2 ** 31 - 1;

/** The number of a row that a form or an address names; 0, which no row has, where it is none. */
export function idOf(text: string): number {
  const asked = Number(text);
  return Number.isSafeInteger(asked) && asked > 0 && asked <= largestId ? asked : 0;
}

/** Fields of one form: news of a hundred events has about a thousand. */
const mostFields = 10_000;

/** How many fields a body has at most, told without taking it apart. */
function fieldsIn(body: Buffer, type: string): number {
  const boundary = /^multipart\/form-data.*;\s*boundary="?([^";]+)/i.exec(type)?.[1];
  const mark = boundary === undefined ? '&' : `--${boundary}`;
  let count = 0;
  for (
    let at = body.indexOf(mark);
    at !== -1 && count <= mostFields;
    at = body.indexOf(mark, at + mark.length)
  )
    count += 1;
  return count;
}

/** Reads a form; null where it is none, or where a text of it holds U+0000: no text of a person does. */
export async function readForm(request: Request): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? '';
  try {
    const body = Buffer.from(await request.arrayBuffer());
    if (fieldsIn(body, type) > mostFields) return null;
    const sent = await new Response(body, { headers: { 'content-type': type } }).formData();
    const form = new FormData();
    for (const [name, value] of sent) {
      if (`${name}${typeof value === 'string' ? value : value.name}`.includes('\0')) return null;
      form.append(name, value);
    }
    return form;
  } catch {
    return null;
  }
}

async function formDataOf(request: Request): Promise<FormData | Response> {
  if (!isOwnForm(request)) return refused(403, 'Forms are taken from our own pages only.');
  return (await readForm(request)) ?? refused(400, 'The form could not be read.');
}

function formOf(form: FormData): SentForm | Response {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const fields = (prefix: string) =>
    Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const file = (name: string) => {
    const value = form.get(name);
    return value instanceof File ? value : null;
  };
  const lang = field('lang');
  return isLang(lang)
    ? { lang, field, fields, texts, file }
    : refused(400, 'The form does not say its language.');
}

/** The front says so, and then nothing is tried that could only hang. */
class DatabaseAway extends Error {
  override name = 'DatabaseAway';
}

/** Whoever sent this is signed out, and what they wrote is kept nowhere but in the answer. */
class SignedOut extends Error {
  override name = 'SignedOut';
}

/** Answers a form that anybody may send. Where writing fails, the answer is a page that keeps what was sent. */
export async function answerForm(
  request: Request,
  answer: (form: SentForm) => Promise<Response>,
): Promise<Response> {
  const data = await formDataOf(request);
  if (data instanceof Response) return data;
  const form = formOf(data);
  if (form instanceof Response) return form;
  try {
    if (request.headers.has('x-database-away')) throw new DatabaseAway();
    return await answer(form);
  } catch (error) {
    const { pathname } = new URL(request.url);
    if (error instanceof SignedOut) return unsavedForm(form.lang, pathname, data, 'signed-out');
    if (!(error instanceof DatabaseAway)) console.error(`The form ${pathname} could not be answered:`, error);
    return unsavedForm(form.lang, pathname, data);
  }
}

/**
 * Answers a form of somebody who may do `action`. Whose session has ended is asked to sign in, and comes back; `ended`
 * may keep what was sent, and says where to come back to; where it does not, the answer holds what was written.
 */
export function answerFormOf(
  request: Request,
  action: Action,
  answer: (form: SentForm, person: Person) => Promise<Response>,
  ended?: (form: SentForm) => Promise<string | null>,
): Promise<Response> {
  return answerForm(request, async (form) => {
    const person = await personOf(request.headers);
    if (!person) {
      const next = (await ended?.(form)) ?? null;
      const wrote = Object.values(form.fields('f.')).some((text) => text.trim() !== '');
      if (ended && next === null && wrote) throw new SignedOut();
      return sentOn(
        form.lang,
        `/sign-in?said=ended${next === null ? '' : `&next=${encodeURIComponent(next)}`}`,
      );
    }
    if (!may(person.role, action)) return refused(403, `This needs somebody who may ${action}.`);
    return answer(form, person);
  });
}

/** A path of our own to return to; anything else leads to the desk. */
export function ownPath(path: string): string {
  return /^\/editor(?:[/?][\w\-./?=&~%]*)?$/.test(path) ? path : '/editor';
}
