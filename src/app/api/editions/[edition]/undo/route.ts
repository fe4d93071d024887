import { answerFormOf, refused, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';
import { undoEdition } from '@/editorial/undo';

type Context = { params: Promise<{ edition: string }> };

/** Takes a publication back, as a publication of its own. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerFormOf(request, 'publish', async ({ lang }, person) => {
    const edition = Number((await params).edition);
    if (!Number.isInteger(edition) || edition < 1) return refused(400, 'An edition is a number from 1 on.');
    const result = await undoEdition(clients().current, edition, person.id);
    if (result.outcome === 'refused') return sentOn(lang, `/editor?said=not-undone&edition=${edition}`);
    return sentOn(
      lang,
      `/editor?said=${result.outcome === 'published' ? 'undone' : 'nothing'}&edition=${edition}`,
    );
  });
}
