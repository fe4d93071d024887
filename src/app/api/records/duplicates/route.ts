import { likelyDuplicates } from '@/app/[lang]/editor/records/likely-duplicates';
import { ask } from '@/app/asking';
import { isOwnForm, readForm, refused } from '@/app/form-request';
import { personOf } from '@/app/session';
import { may } from '@/domain/role';
import { isRecordKind } from '@/records/record';

/** What a form that is being written may repeat: answers { duplicates: [{ slug, name, path }] }. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnForm(request)) return refused(403, 'Forms are taken from our own pages only.');
  const person = await personOf(request.headers);
  if (!person || !may(person.role, 'propose')) return refused(401, 'Sign in first.');
  const form = await readForm(request);
  const kind = String(form?.get('kind') ?? '');
  if (!form || !isRecordKind(kind)) return refused(400, 'The form could not be read.');
  const entries = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('f.') && typeof value === 'string' ? [[name.slice(2), value]] : [],
    ),
  );
  const duplicates = await ask((facts) =>
    likelyDuplicates(facts, kind, entries, String(form.get('slug') ?? '')),
  );
  return Response.json({ duplicates }, { headers: { 'Cache-Control': 'no-store' } });
}
