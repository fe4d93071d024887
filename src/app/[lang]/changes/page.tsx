import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { offered } from '@/charts/facts/options';
import type { RecordChange } from '@/database/queries/changes-of-records';
import { isLang, type Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { actionNames, changeWords } from '@/i18n/changes';
import { feedTypes } from '@/i18n/feed-address';
import { href } from '@/i18n/href';
import { originNames, recordKindNames } from '@/i18n/overview';
import { fieldText } from '@/i18n/record-fields';
import type { Option } from '@/linking/parameters';
import { shownAt } from '@/linking/shown-at';
import { type ChangeList, changeList } from '@/lists/changes/change-list';
import {
  type ChangeState,
  changeParameters,
  changesPath,
  parseChanges,
  writeChanges,
} from '@/lists/changes/parameters';
import { fieldName } from '@/records/books';
import { FacetList } from '@/ui/facet-list';
import { FeedLinks } from '@/ui/feed-links';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import './changes.css';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

/** Fields of a correction that stand in view. */
const fieldsInView = 4;
/** Characters of a value that stand in view. */
const longestValue = 120;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = changeWords[lang];
  const { state } = parseChanges(searchOf(await searchParams), {});
  const types = feedTypes(lang, [{ name: 'changes', title, query: writeChanges({ ...state, after: null }) }]);
  const metadata = await pageMetadata({ lang, path: '/changes', title, description });
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

/** Every publication, correction and retraction. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const list = await ask((facts) => changeList(facts, searchOf(query)));
  const { state } = list;
  const path = changesPath(state);
  if (list.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
  const words = changeWords[lang];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={list.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, list.problems)} />
      <Filters lang={lang} list={list} />
      {list.changes.length === 0 ? <p className="table-empty">{words.none}</p> : null}
      {byEdition(list.changes).map((changes) => (
        <Edition key={changes[0].edition} lang={lang} changes={changes} state={state} />
      ))}
      <nav className="mt-6 flex gap-6 text-small" aria-label={words.title}>
        {state.after === null ? null : (
          <a href={href(lang, changesPath({ ...state, after: null }))}>{words.newest}</a>
        )}
        {list.next === null ? null : (
          <a rel="next" href={href(lang, changesPath({ ...state, after: list.next }))}>
            {words.earlier} →
          </a>
        )}
      </nav>
      <FeedLinks
        lang={lang}
        label={words.feed}
        note={words.feedNote}
        name="changes"
        query={writeChanges({ ...state, after: null })}
      />
    </Page>
  );
}

function byEdition(changes: readonly RecordChange[]): [RecordChange, ...RecordChange[]][] {
  const groups: [RecordChange, ...RecordChange[]][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && last[0].edition === change.edition) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function Filters({ lang, list: { state, vendors, industries } }: { lang: Lang; list: ChangeList }) {
  const words = changeWords[lang];
  const to = (change: Partial<ChangeState>) => href(lang, changesPath({ ...state, after: null, ...change }));
  const toggles = (name: 'action' | 'kind', options: readonly Option[]) =>
    options.map(({ value, label }) => {
      const active = state[name].includes(value);
      return {
        key: value,
        label: label[lang],
        href: to({ [name]: active ? state[name].filter((each) => each !== value) : [...state[name], value] }),
        active,
      };
    });
  const select = (name: 'vendor' | 'industry', any: string, options: readonly Option[]) => (
    <div>
      <label htmlFor={name} className="block text-muted">
        {words[name]}
      </label>
      <select id={name} name={name} defaultValue={state[name][0] ?? ''} className="w-56 max-w-full">
        <option value="">{any}</option>
        {offered(options, state[name]).options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label[lang]}
          </option>
        ))}
      </select>
    </div>
  );
  const filtered = writeChanges({ ...state, after: null }) !== '';
  return (
    <div className="mb-6 grid gap-3">
      <FacetList
        lang={lang}
        facets={[
          {
            key: 'action',
            label: words.action,
            options: toggles('action', changeParameters.action.options ?? []),
          },
          { key: 'kind', label: words.kind, options: toggles('kind', changeParameters.kind.options ?? []) },
        ]}
      />
      <form
        method="get"
        action={href(lang, '/changes')}
        className="flex flex-wrap items-end gap-3 text-small"
      >
        {(['action', 'kind'] as const).map((name) =>
          state[name].length === 0 ? null : (
            <input key={name} type="hidden" name={name} value={state[name].join('~')} />
          ),
        )}
        {select('vendor', words.anyVendor, vendors)}
        {select('industry', words.anyIndustry, industries)}
        <button type="submit" className="button">
          {words.filter}
        </button>
        {filtered ? <a href={href(lang, '/changes')}>{words.clear}</a> : null}
      </form>
    </div>
  );
}

function Edition({
  lang,
  changes,
  state,
}: {
  lang: Lang;
  changes: [RecordChange, ...RecordChange[]];
  state: ChangeState;
}) {
  const words = changeWords[lang];
  const [{ edition, published, origin, note }] = changes;
  const day = published.toISOString().slice(0, 10);
  return (
    <section className="changes-edition" aria-labelledby={`edition-${edition}`}>
      <h2 id={`edition-${edition}`}>
        {state.edition === 0 ? (
          <a
            href={href(lang, changesPath({ ...state, edition, after: null }))}
            aria-label={words.only(edition)}
          >
            {words.edition(edition)}
          </a>
        ) : (
          words.edition(edition)
        )}
        <time dateTime={published.toISOString()}>{formatPartialDate(day, lang)}</time>
        <span>
          {originNames[origin][lang]} · {note[lang]}
        </span>
      </h2>
      <ul>
        {changes.map((change) => (
          <Change key={change.id} lang={lang} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ lang, change }: { lang: Lang; change: RecordChange }) {
  const { kind, slug, name, owner, action, fields } = change;
  const kinds = recordKindNames[kind];
  const label = name?.[lang] ?? slug;
  const path = action === 'retracted' ? null : shownAt(kind, slug, owner);
  const inView = fields.slice(0, fieldsInView);
  return (
    <li>
      <span className="change-action" data-action={action}>
        {actionNames[action][lang]}
      </span>
      <div className="change-what">
        <span className="text-muted text-small">{lang === 'zh' ? kinds.zh : kinds.one}</span>{' '}
        {path === null ? label : <a href={href(lang, path)}>{label}</a>}
        {inView.length === 0 ? null : (
          <dl className="change-fields">
            {inView.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{fieldName(kind, field, lang)}</dt>
                <dd>
                  <del>{short(fieldText(kind, field, before, lang))}</del> →{' '}
                  <ins>{short(fieldText(kind, field, after, lang))}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {fields.length > inView.length ? (
          <p className="text-muted text-small">{changeWords[lang].more(fields.length - inView.length)}</p>
        ) : null}
      </div>
    </li>
  );
}

function short(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
