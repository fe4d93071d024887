import { notFound } from 'next/navigation';
import { shownTime } from '@/app/[lang]/editor/shown-time';
import { editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { historyOfRecord } from '@/database/queries/history-of-record';
import { may } from '@/domain/role';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { originNames } from '@/i18n/overview';
import { proposalWords } from '@/i18n/proposals';
import { formOutcomes, formWords } from '@/i18n/record-form';
import { isRecordKind } from '@/records/record';
import { FieldDifference } from '@/ui/field-difference';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import '@/app/[lang]/editor/proposals/proposals.css';

/** Versions on the page. */
const shown = 100;

export const generateMetadata = metadataInLanguage<{ kind: string; slug: string }>(
  async ({ lang, kind, slug }) => {
    const { history, historyDescription } = proposalWords[lang];
    return pageMetadata({
      lang,
      path: `/editor/history/${kind}/${slug}`,
      title: history(slug),
      description: historyDescription,
      hidden: true,
    });
  },
);

/** Every version of a record: who, when, why, and what. */
export default pageInLanguage<{ kind: string; slug: string }>(async function HistoryPage({
  lang,
  kind,
  slug,
  searchParams,
}) {
  if (!isRecordKind(kind)) notFound();
  const path = `/editor/history/${kind}/${slug}`;
  const person = await personWho('propose', lang, path);
  const { current } = clients();
  const record = await current.record.findUnique({ where: { kind_slug: { kind, slug } } });
  if (!record) return <MissingPage lang={lang} path={path} asked={slug} />;
  const versions = await historyOfRecord(current, record.id, kind, shown);
  const words = proposalWords[lang];
  const search = searchOf(await searchParams);
  const said = search.get('said') ?? '';
  return (
    <Page
      lang={lang}
      path={path}
      title={words.history(slug)}
      description={words.historyDescription}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
      edition={await editionOfRequest()}
    >
      <Said>
        {said === 'not-restored' ? (search.get('why') ?? '').slice(0, 300) : formOutcomes[said]?.[lang]}
      </Said>
      {record.retracted === null ? (
        <p className="mb-4">
          <a href={href(lang, `/editor/records/${kind}/${slug}`)}>{formWords[lang].edit(slug)} →</a>
        </p>
      ) : (
        <p className="notice">{words.retracted}</p>
      )}
      {versions.map((version, at) => (
        <article key={version.edition} className="proposal">
          <header>
            <h2>
              {words.version(version.version)} · {words.edition(version.edition)}
              {at === 0 ? <span className="proposal-mark">{words.current}</span> : null}
              {version.retracted ? <span className="proposal-mark">{words.retracted}</span> : null}
            </h2>
            <p className="text-muted text-small">
              {[
                version.author ??
                  (version.origin === 'outside' ? words.outside : originNames[version.origin][lang]),
                version.decider !== null && version.decider !== version.author ? version.decider : '',
                shownTime(version.published, lang),
                version.note[lang],
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </header>
          {version.version === 1 ? (
            <p className="text-muted text-small">{words.first}</p>
          ) : (
            <FieldDifference
              lang={lang}
              kind={kind}
              changes={version.fields}
              before={words.was}
              after={words.becomes}
            />
          )}
          {at > 0 && !version.retracted && may(person.role, 'publish') ? (
            <form className="proposal-do" method="post" action="/api/records/restore">
              <input type="hidden" name="lang" value={lang} />
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="slug" value={slug} />
              <input type="hidden" name="edition" value={version.edition} />
              <button type="submit" className="button">
                {words.restore}
              </button>
            </form>
          ) : null}
        </article>
      ))}
    </Page>
  );
});
