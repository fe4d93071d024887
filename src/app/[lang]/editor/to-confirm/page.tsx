import { ask, editionOfRequest } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { noticesOf, searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { recordsToConfirm } from '@/database/queries/records-to-confirm';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { wholeNumber } from '@/linking/parameters';
import { parseState, writeState } from '@/linking/state';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ConfirmTable } from './confirm-table';

const path = '/editor/to-confirm';

/** Records on one page. */
const pageSize = 100;

const parameters = { page: wholeNumber({ zh: '页', en: 'Page' }, 1, 100_000, 1) } as const;

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { toConfirm, toConfirmWhy } = deskWords[lang];
  return pageMetadata({ lang, path, title: toConfirm, description: toConfirmWhy, hidden: true });
});

/** Every record that is known second-hand only, what matters most first. */
export default pageInLanguage(async function ToConfirmPage({ lang, searchParams }) {
  await personWho('propose', lang, path);
  const { state, problems } = parseState(parameters, searchOf(await searchParams));
  const list = await ask((facts) => recordsToConfirm(facts, (state.page - 1) * pageSize, pageSize));
  const words = deskWords[lang];
  const to = (page: number) => {
    const query = writeState(parameters, { page });
    return href(lang, query === '' ? path : `${path}?${query}`);
  };
  const last = Math.max(1, Math.ceil(list.all / pageSize));
  return (
    <Page
      lang={lang}
      path={path}
      title={words.toConfirm}
      description={words.toConfirmWhy}
      steps={[{ label: words.title, path: '/editor' }]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, problems)} />
      <p className="mb-4">{list.all === 0 ? words.none : words.more(list.all)}</p>
      {list.records.length === 0 ? null : (
        <ConfirmTable lang={lang} records={list.records} caption={words.toConfirm} />
      )}
      {last === 1 ? null : (
        <nav className="mt-6 flex gap-6 text-small" aria-label={words.pages}>
          {state.page > 1 ? (
            <a rel="prev" href={to(Math.min(state.page - 1, last))}>
              ← {words.previous}
            </a>
          ) : null}
          <span className="text-muted">{words.pageOf(state.page, last)}</span>
          {state.page < last ? (
            <a rel="next" href={to(state.page + 1)}>
              {words.next} →
            </a>
          ) : null}
        </nav>
      )}
    </Page>
  );
});
