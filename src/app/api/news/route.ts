import { clients } from '@/database/client';
import { discardNewsDraft, keepNewsDraft } from '@/editorial/news-drafts';
import { longestNews } from '@/newswire/read-news';
import { answerFormOf, sentOn } from '../../form-request';

/** Keeps pasted news as a draft, or throws a draft away. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const { current } = clients();
    if (field('do') === 'discard') {
      await discardNewsDraft(current, person.id, Number(field('draft')));
      return sentOn(lang, '/editor/news?said=discarded');
    }
    const text = field('text').trim();
    if (text === '' || text.length > longestNews) return sentOn(lang, '/editor/news?said=text');
    const id = await keepNewsDraft(current, person.id, text);
    return sentOn(lang, `/editor/news?draft=${id}`);
  });
}
