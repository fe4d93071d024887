import { clientAddressHeader } from '@/accounts/auth';
import { mayTry } from '@/accounts/tries';
import { answerChart } from '@/charts/engine/answer';
import { parametersOf } from '@/charts/engine/arrange';
import { snapshotOf } from '@/charts/engine/snapshot';
import { findChart } from '@/charts/registry';
import { compare } from '@/compare/comparison';
import { writeComparison } from '@/compare/state';
import type { SubjectKind } from '@/compare/subject-kind';
import { subjectKinds } from '@/compare/subject-kinds';
import { clients } from '@/database/client';
import { findShareFor, keepShare, newCode } from '@/database/shares';
import { isLang, type Lang } from '@/domain/bilingual';
import { setting } from '@/domain/settings';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';
import { writeState } from '@/linking/state';
import { TooManyPictures } from '@/pictures/pool';
import { ask } from '../../asking';
import { isOwnForm, readForm } from '../../form-request';
import { askedKnowledge } from '../../known';

/** Links that one address may make in an hour: each is kept for good. */
const perHour = 600;

/**
 * Makes a short link: a form with path, query, kind (live or pinned) and lang. A browser is sent on to the page that
 * shows the link; a program that accepts JSON gets { code, url }.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await share(request);
  } catch (error) {
    if (error instanceof TooManyPictures)
      return failure(503, { reason: 'Too many pictures are waiting.' }, { 'Retry-After': '2' });
    console.error('The link could not be made:', error);
    return failure(503, { reason: 'The link could not be made; try again.' }, { 'Retry-After': '5' });
  }
}

async function share(request: Request): Promise<Response> {
  // Programs name no origin; browsers name the page's.
  if (request.headers.has('origin') && !isOwnForm(request))
    return failure(403, { reason: 'Links are made from our own pages only.' });
  const client = request.headers.get(clientAddressHeader) ?? '';
  if (
    setting('API_REQUESTS_PER_MINUTE') > 0 &&
    !(await mayTry(clients().current, `share ${client}`, perHour, 3600))
  )
    return failure(429, { reason: 'Too many links for one hour.' }, { 'Retry-After': '3600' });
  const form = await readForm(request);
  const field = (name: string) => String(form?.get(name) ?? '');
  const [path, query, kind, lang] = ['path', 'query', 'kind', 'lang'].map(field) as [
    string,
    string,
    string,
    string,
  ];
  if (!isLang(lang)) return failure(400, { parameter: 'lang', value: lang, allowed: ['zh', 'en'] });
  if (kind !== 'live' && kind !== 'pinned')
    return failure(400, { parameter: 'kind', value: kind, allowed: ['live', 'pinned'] });
  const compared = Object.values(subjectKinds).find((each) => each.path === path);
  if (compared) return shareOfComparison(compared, query, kind, lang, request);
  const found = findChart(/^\/charts\/([a-z0-9-]+)$/.exec(path)?.[1] ?? '');
  if (!found) return failure(400, { parameter: 'path', value: path, allowed: ['/charts/…', '/compare'] });
  const search = new URLSearchParams(query);
  const known = await askedKnowledge(search);
  const answer = await ask((facts) => answerChart(facts, found.chart, search), known.edition);
  const problem = answer.problems[0] ?? known.problems[0];
  if (problem) return failure(400, problem);
  const address = `/charts/${found.chart.slug}`;
  const code =
    kind === 'live'
      ? await keepShare({
          code: newCode(),
          path: address,
          state: answer.query,
          edition: null,
          snapshot: null,
        })
      : await pinned(answer, address);
  return madeLink(code, lang, request);
}

/** Makes the short link of a comparison; a pinned one keeps the whole table. */
async function shareOfComparison(
  kind: SubjectKind,
  query: string,
  way: 'live' | 'pinned',
  lang: Lang,
  request: Request,
): Promise<Response> {
  const known = await askedKnowledge(new URLSearchParams(query));
  const comparison = await ask((facts) => compare(facts, kind.key, known.search), known.edition);
  const problem = comparison.problems[0] ?? known.problems[0];
  if (problem) return failure(400, problem);
  const pinning = way === 'pinned';
  const share = {
    path: kind.path,
    state: writeComparison(kind, comparison.state, pinning),
    edition: pinning ? comparison.edition : null,
  };
  const snapshot = pinning ? { version: 1, comparison } : null;
  const code = await keepShare({ ...share, code: newCode(), snapshot });
  return madeLink(code, lang, request);
}

/** Tells a program the link, and sends a browser on to the page that shows it. */
function madeLink(code: string, lang: Lang, request: Request): Response {
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json({ code, url: `${publicUrl()}${href(lang, `/s/${code}`)}` }, { status: 201 });
  return new Response(null, { status: 303, headers: { Location: href(lang, `/s/${code}/link`) } });
}

/** The code of the link that is pinned to the answer's edition; drawn and stored if nobody has done so yet. */
async function pinned(answer: Awaited<ReturnType<typeof answerChart>>, path: string): Promise<string> {
  const { chart, state, edition } = answer;
  const full = writeState(parametersOf(chart), state, true);
  const known = await findShareFor(path, full, edition);
  if (known) return known.code;
  const code = newCode();
  const snapshot = await snapshotOf(answer, full, (lang) => publicUrl() + href(lang, `/s/${code}`));
  return keepShare({ code, path, state: full, edition, snapshot });
}

function failure(status: number, error: object, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}
