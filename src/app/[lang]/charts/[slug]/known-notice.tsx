import { type Answer, chartPath } from '@/charts/engine/answer';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { knownNames } from '@/linking/known';

/** Says that the chart shows an earlier state of knowledge, and leads to today's. */
export function KnownNotice({ lang, answer }: { lang: Lang; answer: Answer }) {
  const search = new URLSearchParams(answer.query);
  if (!knownNames.some((name) => search.has(name))) return null;
  for (const name of knownNames) search.delete(name);
  const query = search.toString().replaceAll('%7E', '~');
  const words = sharingWords[lang];
  return (
    <p className="notice">
      {words.knownAs(answer.edition, answer.published?.toISOString().slice(0, 10) ?? '')}{' '}
      <a href={href(lang, chartPath({ chart: answer.chart, query }))}>{words.today}</a>
    </p>
  );
}
