import { answerFormOf, refused, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';
import { restoreRecord } from '@/editorial/undo';
import { isRecordKind } from '@/records/record';

/** Makes a record say again what it said at an edition. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'publish', async ({ lang, field }, person) => {
    const [kind, slug, edition] = [field('kind'), field('slug'), Number(field('edition'))];
    if (
      !isRecordKind(kind) ||
      !/^[a-z0-9-]{1,120}$/.test(slug) ||
      !Number.isSafeInteger(edition) ||
      edition < 1
    )
      return refused(400, 'Name a record and an edition.');
    const result = await restoreRecord(clients().current, kind, slug, edition, person.id);
    const path = `/editor/history/${kind}/${slug}`;
    if (result.outcome !== 'refused')
      return sentOn(lang, `${path}?said=${result.outcome === 'published' ? 'restored' : 'same'}`);
    const why = (result.problems[0]?.reason[lang] ?? '').slice(0, 300);
    return sentOn(lang, `${path}?said=not-restored&why=${encodeURIComponent(why)}`);
  });
}
