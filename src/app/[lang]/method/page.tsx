import type { ReactNode } from 'react';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import type { Lang } from '@/domain/bilingual';
import { evidenceKinds } from '@/domain/evidence';
import { formatPartialDate } from '@/domain/partial-date';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { site } from '@/i18n/site';
import { EvidenceGlyph } from '@/ui/evidence-glyph';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask } from '../../asking';
import { Citations } from './citations';
import { Licences } from './licences';
import { type MethodFacts, methodFacts } from './method-facts';
import { Ranges } from './ranges';
import { Rates } from './rates';
import { DateSamples, RoundSamples } from './samples';
import { Theses } from './theses';
import { Totals } from './totals';

type PartProps = { lang: Lang; facts: MethodFacts };

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = methodWords[lang];
  return pageMetadata({ lang, path: '/method', title, description });
});

const parts = [
  'records',
  'evidence',
  'ranges',
  'totals',
  'rounds',
  'dates',
  'rates',
  'theses',
  'licence',
  'cite',
  'correct',
] as const;
type Part = (typeof parts)[number];

// Parts that show something beside their words.
const shown: Partial<Record<Part, (props: PartProps) => ReactNode>> = {
  evidence: Marks,
  records: Now,
  ranges: Ranges,
  totals: Totals,
  rounds: RoundSamples,
  dates: DateSamples,
  rates: Rates,
  theses: Theses,
  licence: Licences,
  cite: Citations,
};

/** How figures are made, written, cited and corrected. */
export default pageInLanguage(async function MethodPage({ lang }) {
  const words = methodWords[lang];
  const facts = await ask(methodFacts);
  return (
    <Page
      lang={lang}
      path="/method"
      title={words.title}
      description={words.description}
      steps={[]}
      edition={facts.edition}
    >
      <nav aria-label={words.contents} className="mb-8 text-table">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{words[part]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => {
        const Shown = shown[part];
        return (
          <Section key={part} id={part} title={words[part]}>
            <div className="prose">
              {words[`${part}Text`].map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
            {Shown === undefined ? null : (
              <div className="mt-4">
                <Shown lang={lang} facts={facts} />
              </div>
            )}
          </Section>
        );
      })}
    </Page>
  );
});

function Now({ lang, facts: { edition, published } }: PartProps) {
  if (published === null) return null;
  const day = formatPartialDate(published.toISOString().slice(0, 10), lang);
  return <p className="text-table">{methodWords[lang].now(site[lang].edition(edition), day)}</p>;
}

function Marks({ lang }: PartProps) {
  const words = evidenceWords[lang];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-table">
      {evidenceKinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <EvidenceGlyph kind={kind} /> {words[kind]}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <EvidenceGlyph kind="claimed" seen={false} /> {words.unseen}
      </li>
      <li className="flex items-center gap-1.5">
        <EvidenceGlyph kind="claimed" secondHand="digest" /> {words.secondHand}
      </li>
      <li className="flex items-center gap-1.5">
        <EvidenceGlyph kind="claimed" doubt /> <a href={href(lang, '/doubts')}>{words.doubted}</a>
      </li>
    </ul>
  );
}
