import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ask, editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { pageMetadata } from '@/app/page-metadata';
import { writtenSlug } from '@/app/written-slug';
import { addressOfRecord } from '@/database/queries/address-of-record';
import { sourcesWithUse } from '@/database/queries/sources-with-use';
import { type StatementOfSource, statementsOfSource } from '@/database/queries/statements-of-source';
import { isLang, type Lang } from '@/domain/bilingual';
import { readThrough, type SecondHandVia } from '@/domain/source-via';
import { doubtWords } from '@/i18n/doubts';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { recordKindNames, sourceWords } from '@/i18n/sources';
import { shownAt } from '@/linking/shown-at';
import { doubtsPath } from '@/lists/doubts/parameters';
import { fieldName } from '@/records/books';
import { DataTable } from '@/ui/data-table';
import { EvidenceGlyph } from '@/ui/evidence-glyph';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Bibliography } from './bibliography';

type Props = { params: Promise<{ lang: string; slug: string }> };

// Metadata and page ask the same question; a request asks it once.
const factsFor = cache((slug: string) =>
  ask(async (facts) => {
    const address = await addressOfRecord(facts, 'source', slug);
    if (address.at !== 'here') return address;
    const source = (await sourcesWithUse(facts)).find(({ id }) => id === address.id);
    return source ? { source, said: await statementsOfSource(facts, source.id) } : { at: 'nowhere' as const };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) return {};
  const found = await factsFor(writtenSlug(given));
  if ('at' in found) return {};
  const { slug, title, statements, records, doubts } = found.source;
  const description = sourceWords[lang].pageFinding(statements, records, doubts);
  return pageMetadata({ lang, path: `/sources/${slug}`, title, description });
}

/** One source: what it is, what it says, and what of that is doubted. */
export default async function SourcePage({ params }: Props) {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) notFound();
  const slug = writtenSlug(given);
  const found = await factsFor(slug);
  if ('at' in found) {
    if (found.at === 'moved') permanentRedirect(href(lang, `/sources/${found.slug}`));
    return <MissingPage lang={lang} path={`/sources/${given}`} asked={slug} kind="source" />;
  }
  const { source, said } = found;
  const words = sourceWords[lang];
  const doubted = said.filter(({ doubt }) => doubt !== null);
  const kinds = [...new Set(said.map(({ kind }) => kind))];
  const rates = source.statements - said.length;
  return (
    <Page
      lang={lang}
      path={`/sources/${slug}`}
      title={source.title}
      steps={[{ label: words.title, path: '/sources' }]}
      edition={await editionOfRequest()}
    >
      <FindingLine>
        {source.statements === 0
          ? words.unused
          : words.pageFinding(source.statements, source.records, source.doubts)}
      </FindingLine>
      {source.doubts === 0 ? null : (
        <p className="mt-2 text-small">
          <a href={href(lang, doubtsPath({ source: [slug], doubt: ['doubted'] }))}>
            {doubtWords[lang].see(source.doubts)} →
          </a>
        </p>
      )}
      <div className="mt-6">
        <Section id="bibliography" title={words.bibliography}>
          <Bibliography lang={lang} source={source} />
        </Section>
      </div>
      {doubted.length === 0 ? null : (
        <Section id="doubts" title={words.doubtsTitle} note={words.doubtsNote}>
          <Doubts lang={lang} said={doubted} />
        </Section>
      )}
      {said.length + rates === 0 ? null : (
        <Section id="said" title={words.said}>
          {kinds.map((kind) => (
            <Section key={kind} id={`said-${kind}`} level={3} title={recordKindNames[kind]?.[lang] ?? kind}>
              <Said
                lang={lang}
                secondHand={readThrough(source)}
                caption={recordKindNames[kind]?.[lang] ?? kind}
                said={said.filter((each) => each.kind === kind)}
              />
            </Section>
          ))}
          {rates > 0 ? <p className="mt-6 text-table">{words.rates(rates)}</p> : null}
        </Section>
      )}
    </Page>
  );
}

function Record({ lang, said }: { lang: Lang; said: StatementOfSource }) {
  const path = shownAt(said.kind, said.slug, said.owner);
  return path === null ? said.name[lang] : <a href={href(lang, path)}>{said.name[lang]}</a>;
}

function Doubts({ lang, said }: { lang: Lang; said: readonly StatementOfSource[] }) {
  return (
    <ul className="max-w-text text-table">
      {said.map((each) => (
        <li key={keyOf(each)} className="border-rule border-b py-2">
          <Record lang={lang} said={each} /> <span className="text-muted text-small">{each.locator}</span>
          <span className="doubt block">{each.doubt?.[lang]}</span>
        </li>
      ))}
    </ul>
  );
}

function keyOf({ kind, slug, locator, stated, fields, doubt, note }: StatementOfSource): string {
  return [kind, slug, locator, stated, doubt?.en, note?.en, ...fields].join('\n');
}

type SaidProps = {
  lang: Lang;
  caption: string;
  said: readonly StatementOfSource[];
  secondHand: SecondHandVia | null;
};

function Said({ lang, caption, said, secondHand }: SaidProps) {
  const words = sourceWords[lang];
  const kinds = evidenceWords[lang];
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      sparse
      rows={said}
      rowKey={keyOf}
      columns={[
        {
          key: 'record',
          header: words.record,
          width: '28%',
          cell: (each) => <Record lang={lang} said={each} />,
        },
        {
          key: 'fields',
          header: words.fields,
          width: '18%',
          cell: ({ kind, fields }) =>
            fields.length === 0 ? (
              <span className="text-muted">{words.whole}</span>
            ) : (
              joinList(
                lang,
                fields.map((field) => fieldName(kind, field, lang)),
              )
            ),
        },
        {
          key: 'where',
          header: words.where,
          width: '14%',
          cell: ({ locator }) => locator ?? <span className="nothing">—</span>,
        },
        {
          key: 'how',
          header: words.how,
          width: '16%',
          cell: ({ evidence, seen, doubt }) => (
            <span className="inline-flex items-center gap-1.5">
              <EvidenceGlyph kind={evidence} seen={seen} doubt={doubt !== null} secondHand={secondHand} />
              {kinds[evidence]}
            </span>
          ),
        },
        {
          key: 'stated',
          header: words.stated,
          cell: ({ stated, note }) =>
            stated === null && note === null ? (
              <span className="nothing">—</span>
            ) : (
              <span className="text-small">{[stated, note?.[lang]].filter(Boolean).join(' · ')}</span>
            ),
        },
      ]}
    />
  );
}
