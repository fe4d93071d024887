import { editionOfRequest } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { type OpenProposal, openProposals } from '@/database/queries/open-proposals';
import type { Payload } from '@/database/record-rows';
import type { Lang } from '@/domain/bilingual';
import { fieldChanges } from '@/domain/field-changes';
import { payloadsOf } from '@/editorial/record-payloads';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { kindName } from '@/i18n/overview';
import { proposalOutcomes, proposalWords } from '@/i18n/proposals';
import { FieldDifference } from '@/ui/field-difference';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { shownTime } from '../shown-time';
import './proposals.css';

/** Proposals on the page; the others come when these are decided. */
const shown = 40;

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = proposalWords[lang];
  return pageMetadata({ lang, path: '/editor/proposals', title, description, hidden: true });
});

/** What waits for an editor: each change against what stands now. */
export default pageInLanguage(async function ProposalsPage({ lang, searchParams }) {
  await personWho('publish', lang, '/editor/proposals');
  const search = searchOf(await searchParams);
  const { current } = clients();
  const proposals = await openProposals(current, shown + 1);
  const records = proposals.flatMap(({ items }) =>
    items.flatMap(({ recordId, kind }) => (recordId === null ? [] : [{ id: recordId, kind }])),
  );
  const now = await payloadsOf(current, records);
  const words = proposalWords[lang];
  const said = search.get('said') ?? '';
  const outcome = proposalOutcomes[said]?.[lang];
  return (
    <Page
      lang={lang}
      path="/editor/proposals"
      title={words.title}
      description={words.description}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
      edition={await editionOfRequest()}
    >
      <Said>
        {outcome === undefined ? undefined : `${outcome}${(search.get('why') ?? '').slice(0, 300)}`}
      </Said>
      {proposals.length === 0 ? <p>{words.none}</p> : null}
      {proposals.slice(0, shown).map((proposal) => (
        <Proposal key={proposal.id} lang={lang} proposal={proposal} now={now} />
      ))}
      {proposals.length === 0 ? null : (
        <form id="chosen" className="form-do mt-4" method="post" action="/api/proposals">
          <input type="hidden" name="lang" value={lang} />
          <button type="submit" className="button" name="do" value="accept-chosen">
            {words.acceptChosen}
          </button>
        </form>
      )}
    </Page>
  );
});

type ProposalProps = { lang: Lang; proposal: OpenProposal; now: ReadonlyMap<number, Payload | null> };

function Proposal({ lang, proposal, now }: ProposalProps) {
  const words = proposalWords[lang];
  const { id, note, author, created, items } = proposal;
  const isReport = items.length === 0;
  const own = items.at(-1);
  return (
    <article className="proposal" aria-labelledby={`proposal-${id}`}>
      <header>
        {isReport ? null : (
          <label className="proposal-choose">
            <input type="checkbox" name="chosen" value={id} form="chosen" />
            <span className="visually-hidden">
              {words.choose} {note}
            </span>
          </label>
        )}
        <h2 id={`proposal-${id}`}>{isReport ? words.report : note}</h2>
        <p className="text-muted text-small">{words.by(author ?? words.reader, shownTime(created, lang))}</p>
      </header>
      {isReport ? <p className="whitespace-pre-line">{note}</p> : null}
      {items.map((item) => (
        <Item key={`${item.kind}/${item.slug}`} lang={lang} item={item} now={now} />
      ))}
      <form className="proposal-do" method="post" action="/api/proposals">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="id" value={id} />
        {isReport ? null : (
          <button type="submit" className="button" name="do" value="accept">
            {words.accept}
          </button>
        )}
        {isReport || own?.payload == null ? null : (
          <button type="submit" className="button" name="do" value="edit">
            {words.edit}
          </button>
        )}
        <label className="visually-hidden" htmlFor={`reason-${id}`}>
          {words.reason}
        </label>
        <input id={`reason-${id}`} name="reason" type="text" maxLength={500} placeholder={words.reason} />
        <button type="submit" className="button" name="do" value="decline">
          {isReport ? words.settle : words.decline}
        </button>
      </form>
    </article>
  );
}

type ItemProps = {
  lang: Lang;
  item: OpenProposal['items'][number];
  now: ReadonlyMap<number, Payload | null>;
};

function Item({ lang, item, now }: ItemProps) {
  const words = proposalWords[lang];
  const { kind, slug, payload, recordId, baseVersion, version } = item;
  const standing = recordId === null ? null : (now.get(recordId) ?? null);
  const changes =
    payload === null ? [] : fieldChanges(standing, payload).filter(({ field }) => field !== 'slug');
  const marks = [
    standing === null ? words.fresh : '',
    payload === null ? words.retraction : '',
    baseVersion > 0 && baseVersion < version ? words.stale : '',
  ].filter((mark) => mark !== '');
  return (
    <section className="proposal-item">
      <h3>
        {kindName(kind, lang)}{' '}
        {standing === null ? slug : <a href={href(lang, `/editor/history/${kind}/${slug}`)}>{slug}</a>}
        {marks.map((mark) => (
          <span key={mark} className="proposal-mark">
            {mark}
          </span>
        ))}
      </h3>
      {payload !== null && changes.length === 0 ? (
        <p className="text-muted text-small">{words.same}</p>
      ) : (
        <FieldDifference
          lang={lang}
          kind={kind}
          changes={changes}
          before={words.now}
          after={words.proposed}
        />
      )}
    </section>
  );
}
