import { searchedKinds } from '@/database/queries/search-records';
import { readFacts } from '@/database/reading';
import { searchResults } from '../../../[lang]/search/search-results';
import { searchText } from '../../../search-text';

/** Longest text that is searched for, in characters. */
const longestText = 100;
const mostOfKind = 20;

/** GET ?q=…&limit=…&kind=…: what a text may mean, in groups by kind, the best first. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const text = searchText(searchParams.get('q') ?? '', longestText);
  const asked = Number(searchParams.get('limit') ?? 6);
  const limit = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), mostOfKind) : 6;
  const kind = searchedKinds.find((each) => each === searchParams.get('kind')) ?? null;
  return readFacts(async (facts) =>
    Response.json(
      { edition: facts.edition, query: text, groups: await searchResults(facts, text, { limit, kind }) },
      { headers: { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' } },
    ),
  );
}
