import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { type Comparison, comparePath, compareVendors } from '@/compare/comparison';
import { findingOf } from '@/compare/finding';
import { compareParameters, mostVendors, writeComparison } from '@/compare/state';
import { isLang, type Lang } from '@/domain/bilingual';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { FacetList } from '@/ui/facet-list';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { ask } from '../../asking';
import { askedKnowledge } from '../../known';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { ComparisonTable } from './comparison-table';
import { VendorPicker } from './vendor-picker';
import './compare.css';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const search = searchOf(await searchParams);
  const { edition, search: asked } = await askedKnowledge(search);
  const { state, subjects } = await ask((facts) => compareVendors(facts, asked), edition);
  const words = compareWords[lang];
  const title = subjects.length > 1 ? words.heading(subjects.map(({ name }) => name[lang])) : words.title;
  return pageMetadata({
    lang,
    path: comparePath(writeComparison(state)),
    title,
    description: words.description,
  });
}

/** The comparison table: a column a vendor, a row a dimension. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const asKnown = await askedKnowledge(searchOf(query));
  const comparison = await ask((facts) => compareVendors(facts, asKnown.search), asKnown.edition);
  const { state, subjects, tooMany } = comparison;
  const problems = [...comparison.problems, ...asKnown.problems];
  const path = comparePath(writeComparison(state));
  if (problems.length === 0 && (comparison.moved || madeByForm(query))) redirect(href(lang, path));
  const words = compareWords[lang];
  const wrong = problems.filter(
    ({ parameter, value }) => parameter !== 'vendors' || value !== String(tooMany),
  );
  return (
    <Page
      lang={lang}
      path={path}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={comparison.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, wrong)} />
      {state.asKnown === '' ? null : (
        <p className="notice">
          {sharingWords[lang].knownAs(
            comparison.edition,
            comparison.published?.toISOString().slice(0, 10) ?? '',
          )}{' '}
          <a href={href(lang, comparePath(writeComparison({ ...state, asKnown: '' })))}>
            {sharingWords[lang].today}
          </a>
        </p>
      )}
      {tooMany === null ? null : <Advice text={words.tooMany(tooMany, mostVendors)} />}
      {subjects.length === 1 ? <Advice text={words.tooFew} /> : null}
      {subjects.length > 1 ? <FindingLine>{findingOf(comparison, lang)}</FindingLine> : null}
      <VendorPicker lang={lang} comparison={comparison} />
      <Toggles lang={lang} comparison={comparison} />
      <ComparisonTable lang={lang} comparison={comparison} />
      <Downloads lang={lang} comparison={comparison} />
    </Page>
  );
}

function Advice({ text }: { text: string }) {
  return (
    <p className="notice" role="status">
      {text}
    </p>
  );
}

/** Which rows are shown, as links. */
function Toggles({ lang, comparison: { state } }: { lang: Lang; comparison: Comparison }) {
  const words = compareWords[lang];
  const to = (change: Partial<Comparison['state']>) =>
    href(lang, comparePath(writeComparison({ ...state, ...change })));
  return (
    <div className="mb-5">
      <FacetList
        lang={lang}
        facets={[
          {
            key: 'only',
            label: words.show,
            options: compareParameters.only.options.map(({ value, label }) => ({
              key: value,
              label: label[lang],
              href: to({ only: value }),
              active: state.only === value,
            })),
          },
          {
            key: 'groups',
            label: words.rows,
            options: Object.entries(groupNames).map(([key, label]) => {
              const hidden = state.hide.includes(key);
              return {
                key,
                label: label[lang],
                href: to({ hide: hidden ? state.hide.filter((each) => each !== key) : [...state.hide, key] }),
                active: !hidden,
              };
            }),
          },
          {
            key: 'currency',
            label: words.currency,
            options: compareParameters.currency.options.map(({ value, label }) => ({
              key: value,
              label: label[lang],
              href: to({ currency: value }),
              active: state.currency === value,
            })),
          },
        ]}
      />
    </div>
  );
}

function Downloads({ lang, comparison: { state } }: { lang: Lang; comparison: Comparison }) {
  const query = writeComparison(state);
  return (
    <p className="mt-4 flex flex-wrap gap-x-4 text-muted text-small">
      {compareWords[lang].download}
      {(['.csv', '.json', '.md'] as const).map((extension) => (
        <a key={extension} href={href(lang, comparePath(query, extension))}>
          {extension.slice(1).toUpperCase()}
        </a>
      ))}
    </p>
  );
}
