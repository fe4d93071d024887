import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ofEdition, pageMetadata } from '@/app/page-metadata';
import { type Comparison, compare, comparePath } from '@/compare/comparison';
import { findingOf, headingOf } from '@/compare/finding';
import { compareParameters, mostSubjects } from '@/compare/state';
import { type SubjectKey, subjectKeys } from '@/compare/subject-kind';
import { subjectKinds } from '@/compare/subject-kinds';
import type { Lang } from '@/domain/bilingual';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import { FacetList } from '@/ui/facet-list';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { oembedTypes } from '../../embed-code';
import { askedKnowledge } from '../../known';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { ComparisonSharing } from './comparison-sharing';
import { ComparisonTable } from './comparison-table';
import { SubjectPicker } from './subject-picker';
import './compare.css';

// Metadata and page ask the same question; a request asks it once.
const comparisonFor = cache(async (kind: SubjectKey, query: string): Promise<Comparison> => {
  const { edition, search, problems } = await askedKnowledge(new URLSearchParams(query));
  const comparison = await ask((facts) => compare(facts, kind, search), edition);
  return { ...comparison, problems: [...comparison.problems, ...problems] };
});

/** Title, description and preview picture of a comparison. */
export async function comparisonMetadata(kind: SubjectKey, lang: Lang, query: PageQuery): Promise<Metadata> {
  const comparison = await comparisonFor(kind, searchOf(query).toString());
  const { state } = comparison;
  const picture = comparePath(state, '.png');
  const described = await pageMetadata({
    lang,
    path: comparePath(state),
    title: headingOf(comparison, lang),
    description:
      findingOf(comparison, lang) || compareWords[lang].descriptions[subjectKeys.indexOf(kind)] || '',
    picture: ofEdition(`${picture}${picture.includes('?') ? '&' : '?'}preview=1`, comparison.edition),
  });
  const url = publicUrl() + href(lang, comparePath(state));
  return { ...described, alternates: { ...described.alternates, types: oembedTypes(url) } };
}

/** A comparison table: a column a subject, a row a dimension. */
export async function ComparisonPage({
  kind,
  lang,
  query,
}: {
  kind: SubjectKey;
  lang: Lang;
  query: PageQuery;
}) {
  const comparison = await comparisonFor(kind, searchOf(query).toString());
  const { state, subjects, tooMany, problems } = comparison;
  const path = comparePath(state);
  if (problems.length === 0 && (comparison.moved || madeByForm(query))) redirect(href(lang, path));
  const words = compareWords[lang];
  const wrong = problems.filter(({ parameter, value }) => parameter !== kind || value !== String(tooMany));
  const isPreset = state.subjects.join() === subjectKinds[kind].preset.join();
  const title = words.titles[subjectKeys.indexOf(kind)];
  return (
    <Page
      lang={lang}
      path={path}
      title={isPreset ? title : headingOf(comparison, lang)}
      description={words.descriptions[subjectKeys.indexOf(kind)]}
      steps={isPreset ? [] : [{ label: title ?? '', path: subjectKinds[kind].path }]}
      edition={comparison.edition}
    >
      <Kinds lang={lang} kind={kind} />
      <Notice lang={lang} problems={noticesOf(lang, wrong)} />
      {state.asKnown === '' ? null : (
        <p className="notice">
          {sharingWords[lang].knownAs(
            comparison.edition,
            comparison.published?.toISOString().slice(0, 10) ?? '',
          )}{' '}
          <a href={href(lang, comparePath({ ...state, asKnown: '' }))}>{sharingWords[lang].today}</a>
        </p>
      )}
      {tooMany === null ? null : <Advice text={words.tooMany(tooMany, mostSubjects)} />}
      {subjects.length === 1 ? <Advice text={words.tooFew} /> : null}
      {subjects.length > 1 ? <FindingLine>{findingOf(comparison, lang)}</FindingLine> : null}
      <SubjectPicker lang={lang} comparison={comparison} />
      <Toggles lang={lang} comparison={comparison} />
      <ComparisonTable lang={lang} comparison={comparison} />
      <ComparisonSharing lang={lang} comparison={comparison} />
    </Page>
  );
}

/** The other things that can be compared. */
function Kinds({ lang, kind }: { lang: Lang; kind: SubjectKey }) {
  const words = compareWords[lang];
  return (
    <nav className="mb-4 link-line text-table" aria-label={words.kinds}>
      {subjectKeys.map((key, at) => (
        <a
          key={key}
          href={href(lang, subjectKinds[key].path)}
          aria-current={key === kind ? 'page' : undefined}
          className={key === kind ? 'font-semibold text-ink no-underline' : undefined}
        >
          {words.titles[at]}
        </a>
      ))}
    </nav>
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
  const to = (change: Partial<Comparison['state']>) => href(lang, comparePath({ ...state, ...change }));
  const choices = (name: 'only' | 'currency') =>
    compareParameters[name].options.map(({ value, label }) => ({
      key: value,
      label: label[lang],
      href: to({ [name]: value }),
      active: state[name] === value,
    }));
  return (
    <div className="mb-5">
      <FacetList
        lang={lang}
        facets={[
          { key: 'only', label: words.show, options: choices('only') },
          {
            key: 'groups',
            label: words.rows,
            options: subjectKinds[state.kind].groups.map((key) => {
              const hidden = state.hide.includes(key);
              return {
                key,
                label: groupNames[key][lang],
                href: to({ hide: hidden ? state.hide.filter((each) => each !== key) : [...state.hide, key] }),
                active: !hidden,
              };
            }),
          },
          ...(state.kind === 'vendors'
            ? [{ key: 'currency', label: words.currency, options: choices('currency') }]
            : []),
        ]}
      />
    </div>
  );
}
