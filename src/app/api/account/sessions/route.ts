import { answerFormOf, idOf, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';

/** Ends one of the person's sessions (`session`: its id), or all others (`others`). */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const { current } = clients();
    const own = { userId: person.id };
    if (field('session') === 'others') {
      await current.session.deleteMany({ where: { ...own, token: { not: person.session } } });
    } else {
      await current.session.deleteMany({ where: { ...own, id: idOf(field('session')) } });
    }
    return sentOn(lang, '/editor/account?said=changed');
  });
}
