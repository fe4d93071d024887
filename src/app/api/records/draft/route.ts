import { isOwnForm, readForm, refused } from '@/app/form-request';
import { personOf } from '@/app/session';
import { clients } from '@/database/client';
import { may } from '@/domain/role';
import { keepFormDraft } from '@/editorial/form-drafts';
import { isRecordKind } from '@/records/record';

/** Keeps a form while somebody is writing: answers { draft } with its number. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnForm(request)) return refused(403, 'Forms are taken from our own pages only.');
  const person = await personOf(request.headers);
  if (!person || !may(person.role, 'propose')) return refused(401, 'Sign in first.');
  const form = await readForm(request);
  const field = (name: string) => String(form?.get(name) ?? '');
  const kind = field('kind');
  if (!form || !isRecordKind(kind)) return refused(400, 'The form could not be read.');
  const entries = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('f.') && typeof value === 'string' ? [[name.slice(2), value]] : [],
    ),
  );
  const id = /^\d{1,9}$/.test(field('draft')) ? Number(field('draft')) : null;
  const draft = await keepFormDraft(clients().current, person.id, id, {
    kind,
    slug: field('slug'),
    baseVersion: Number(field('base')) || 0,
    entries,
    problems: [],
  });
  if (draft === null) return refused(413, 'This is too much to keep.');
  return Response.json({ draft }, { headers: { 'Cache-Control': 'no-store' } });
}
