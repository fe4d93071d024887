import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Value } from '@/ui/value';
import type { MethodFacts } from './method-facts';

// Where a reader can hold a thesis against the facts. A thesis that came later has no test until somebody names one.
const tests: Readonly<
  Record<
    string,
    readonly (readonly [word: 'toModels' | 'toIndustries' | 'toCompute' | 'toData', path: string])[]
  >
> = {
  'general-plus-industry': [['toModels', '/charts/models-by-vendor']],
  formula: [['toIndustries', '/industries']],
  bottlenecks: [
    ['toCompute', '/indicators#theme-chips'],
    ['toData', '/indicators#theme-data'],
  ],
};

/** What the author of the founding article holds, each with the place where it can be tested. */
export function Theses({ lang, facts: { theses } }: { lang: Lang; facts: MethodFacts }) {
  const words = methodWords[lang];
  return (
    <dl className="grid max-w-text gap-y-5">
      {theses.map(({ id, slug, title, text, evidence }) => (
        <div key={slug} id={`thesis-${slug}`} className="border-rule border-s-2 ps-4">
          <dt className="font-semibold font-serif text-h3">{title[lang]}</dt>
          <dd>
            <Value evidence={<EvidenceMark lang={lang} id={`thesis-${id}`} evidence={evidence} />}>
              {text[lang]}
            </Value>
            {tests[slug] === undefined ? null : (
              <span className="link-line text-table">
                {tests[slug].map(([word, path]) => (
                  <a key={path} href={href(lang, path)}>
                    {words[word]} →
                  </a>
                ))}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
