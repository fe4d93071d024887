import { ask, editionOfRequest } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { comparePath } from '@/compare/comparison';
import { parseComparison } from '@/compare/state';
import { subjectKeys } from '@/compare/subject-kind';
import { subjectKinds } from '@/compare/subject-kinds';
import { busiestVendors } from '@/database/queries/busiest-vendors';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

/** Vendors whose pairs are listed. */
const paired = 12;

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { ready, readyIntro } = compareWords[lang];
  return pageMetadata({ lang, path: '/compare/ready', title: ready, description: readyIntro });
});

/** Comparisons that people ask for, and every pair of the vendors with most on record. */
export default pageInLanguage(async function ReadyComparisons({ lang }) {
  const vendors = await ask((facts) => busiestVendors(facts, paired));
  const words = compareWords[lang];
  return (
    <Page
      lang={lang}
      path="/compare/ready"
      title={words.ready}
      description={words.readyIntro}
      steps={[{ label: words.titles[0] ?? '', path: '/compare' }]}
      edition={await editionOfRequest()}
    >
      {subjectKeys.map((key, at) => (
        <Section key={key} id={key} title={words.titles[at] ?? ''}>
          <ul className="max-w-text text-table">
            {subjectKinds[key].ready.map(({ label, slugs }) => (
              <li key={label.en} className="border-rule border-b py-1.5">
                <Comparing lang={lang} kind={key} slugs={slugs} label={label} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Section id="pairs" title={words.readyPairs}>
        <ul className="gap-8 text-table sm:columns-2 lg:columns-3">
          {vendors.flatMap((left, at) =>
            vendors.slice(at + 1).map((right) => (
              <li key={`${left.slug} ${right.slug}`} className="py-1">
                <Comparing
                  lang={lang}
                  kind="vendors"
                  slugs={[left.slug, right.slug]}
                  label={{
                    zh: `${left.name.zh}与${right.name.zh}`,
                    en: `${left.name.en} and ${right.name.en}`,
                  }}
                />
              </li>
            )),
          )}
        </ul>
      </Section>
    </Page>
  );
});

type ComparingProps = {
  lang: Lang;
  kind: (typeof subjectKeys)[number];
  slugs: readonly string[];
  label: Bilingual;
};

function Comparing({ lang, kind, slugs, label }: ComparingProps) {
  const { state } = parseComparison(subjectKinds[kind], new URLSearchParams(), []);
  return <a href={href(lang, comparePath({ ...state, subjects: slugs }))}>{label[lang]}</a>;
}
