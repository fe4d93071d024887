import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLang, type Lang } from '@/domain/bilingual';
import { evidenceKinds } from '@/domain/evidence';
import { formatTotal } from '@/domain/totals';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { methodWords } from '@/i18n/method';
import { site } from '@/i18n/site';
import { DataTable } from '@/ui/data-table';
import { EvidenceGlyph } from '@/ui/evidence-glyph';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { RangeBar } from '@/ui/range-bar';
import { Section } from '@/ui/section';
import { Value } from '@/ui/value';
import { ask } from '../../asking';
import { eventTitle, moneyIn, sourceCount } from '../funding/event-words';
import { Citations } from './citations';
import { type MethodFacts, methodFacts } from './method-facts';

type Props = { params: Promise<{ lang: string }> };
type PartProps = { lang: Lang; facts: MethodFacts };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = methodWords[lang];
  return pageMetadata({ lang, path: '/method', title, description });
}

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
  ranges: Ranges,
  totals: TotalToday,
  theses: Theses,
  cite: Citations,
};

/** How figures are made, written, cited and corrected. */
export default async function MethodPage({ params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
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
        <EvidenceGlyph kind="claimed" doubt /> {words.doubted}
      </li>
    </ul>
  );
}

function Ranges({ lang, facts: { example } }: PartProps) {
  const words = methodWords[lang];
  return (
    <>
      <div className="max-w-text">
        <DataTable
          caption={words.ranges}
          captionHidden
          rows={words.phrases}
          rowKey={([phrase]) => phrase ?? ''}
          columns={[
            { key: 'phrase', header: words.phrase, cell: ([phrase]) => phrase },
            { key: 'range', header: words.range, cell: ([, range]) => range },
            { key: 'kind', header: words.rangeKind, cell: ([, , kind]) => kind },
          ]}
        />
      </div>
      {example === null ? null : <Example lang={lang} event={example} />}
    </>
  );
}

function Example({ lang, event }: { lang: Lang; event: NonNullable<MethodFacts['example']> }) {
  const words = methodWords[lang];
  const { currency, min, max } = event.amount;
  if (currency === null || min === null || max === null) return null;
  const format = moneyIn(currency, lang);
  return (
    <div className="mt-6 max-w-text text-table">
      <h3 className="font-semibold">{words.example}</h3>
      <p className="mt-1">
        <Value evidence={<EvidenceMark lang={lang} id="example" evidence={event.evidence} disputed />}>
          {words.exampleText(eventTitle(event, lang), sourceCount(event), format(min), format(max))}
        </Value>
      </p>
      <p className="my-2">
        <RangeBar lang={lang} min={min} max={max} full={max} format={format} width={280} />
      </p>
      <p>
        <a href={href(lang, `/funding/${event.slug}`)}>{words.exampleLink}</a>
      </p>
    </div>
  );
}

function TotalToday({ lang, facts: { total } }: PartProps) {
  return (
    <p className="max-w-text text-table">
      {methodWords[lang].now(formatTotal(total, 'CNY', lang))}{' '}
      <a href={href(lang, '/funding')}>{site[lang].funding} →</a>
    </p>
  );
}

function Theses({ lang, facts: { theses } }: PartProps) {
  return (
    <dl className="grid max-w-text gap-y-4">
      {theses.map(({ id, slug, title, text, evidence }) => (
        <div key={slug} id={`thesis-${slug}`} className="border-rule border-s-2 ps-4">
          <dt className="font-semibold font-serif text-h3">{title[lang]}</dt>
          <dd>
            <Value evidence={<EvidenceMark lang={lang} id={`thesis-${id}`} evidence={evidence} />}>
              {text[lang]}
            </Value>
          </dd>
        </div>
      ))}
    </dl>
  );
}
