import { mayTry } from '@/accounts/tries';
import { clients } from '@/database/client';
import { reportError } from '@/editorial/report';
import { answerForm, clientOf, sentOn } from '../../form-request';

/** Reports that one address may send in an hour. */
const perHour = 10;

/** Takes a reader's report of an error; it waits among the proposals. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const { current } = clients();
    const report = {
      page: field('page'),
      mark: field('mark'),
      text: field('text'),
      source: field('source').trim(),
    };
    const back = (said: string) =>
      sentOn(
        lang,
        `/report?page=${encodeURIComponent(report.page)}&mark=${encodeURIComponent(report.mark)}&said=${said}`,
      );
    if (!(await mayTry(current, `report ${clientOf(request)}`, perHour, 3600))) return back('too-often');
    return back(await reportError(current, report));
  });
}
