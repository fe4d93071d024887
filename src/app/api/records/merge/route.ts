import { ask } from '@/app/asking';
import { answerFormOf, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';
import { searchRecords } from '@/database/queries/search-records';
import { mergeOrganizations } from '@/editorial/merge';

/** Merges an organization into another. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'publish', async ({ lang, field }, person) => {
    const [from, named] = [field('from').trim(), field('into').trim()];
    const back = `/editor/records/organization/${/^[a-z0-9-]+$/.test(from) ? from : ''}`;
    const [hit] = await ask((facts) =>
      searchRecords(facts, { text: named.slice(0, 100), kind: 'organization', limit: 1 }),
    );
    const into = hit && hit.score >= 0.9 ? hit.slug : named;
    const result = await mergeOrganizations(clients().current, from, into, person.id);
    if (result.outcome === 'refused') {
      const why = (result.problems[0]?.reason[lang] ?? '').slice(0, 300);
      return sentOn(lang, `${back}?said=not-merged&why=${encodeURIComponent(why)}`);
    }
    return sentOn(lang, `/editor/records/organization/${into}?said=merged`);
  });
}
