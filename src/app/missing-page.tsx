import { closeMatches } from '@/database/queries/close-matches';
import { type RetractedRecord, retractedRecord } from '@/database/queries/retracted-record';
import type { SearchedKind, SearchHit } from '@/database/queries/search-records';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { fieldText } from '@/i18n/record-fields';
import { searchKindNames } from '@/i18n/search';
import { recordPath } from '@/linking/record-path';
import { searchText } from '@/linking/search-text';
import { fieldName } from '@/records/books';
import { DefinitionList } from '@/ui/definition-list';
import { type CloseMatch, Missing } from '@/ui/missing';
import { Page } from '@/ui/page';
import { ask, editionOfRequest } from './asking';

type Props = {
  lang: Lang;
  /** The address that was asked for, without the language. */
  path: string;
  /** The slug or words to look for. */
  asked: string;
  /** Close matches of one kind only, where the address says which. */
  kind?: SearchedKind;
};

/** The whole page for an address that leads nowhere: close matches and a search; the front server answers 404. */
export async function MissingPage({ lang, path, asked, kind }: Props) {
  const text = searchText(asked, 100);
  const ofKind = text === '' ? [] : await ask((facts) => closeMatches(facts, text, kind ?? null));
  const matches = ofKind.length > 0 || text === '' ? ofKind : await ask((facts) => closeMatches(facts, text));
  const retracted = kind ? await ask((facts) => retractedRecord(facts, kind, asked)) : null;
  return (
    <Page
      lang={lang}
      path={path}
      title={retracted ? parts[lang].retractedTitle : parts[lang].missingTitle}
      steps={[]}
      edition={await editionOfRequest()}
    >
      {kind && retracted ? <Retracted lang={lang} kind={kind} record={retracted} /> : null}
      <Missing lang={lang} asked={text} matches={matches.flatMap((match) => closeMatch(match, lang))} />
    </Page>
  );
}

/** A record that was withdrawn stays visible: when, why, and what it said. */
function Retracted({ lang, kind, record }: { lang: Lang; kind: SearchedKind; record: RetractedRecord }) {
  const { edition, published, note, payload } = record;
  return (
    <div className="mb-8">
      <p className="notice">
        {parts[lang].retractedIn(edition, published.toISOString().slice(0, 10), note[lang])}{' '}
        <a href={href(lang, `/changes?edition=${edition}`)}>{parts[lang].retractedChange}</a>
      </p>
      <DefinitionList
        items={Object.entries(payload ?? {})
          .filter(([field, value]) => fieldText(kind, field, value, lang) !== '—')
          .map(([field, value]) => ({
            term: fieldName(kind, field, lang),
            value: <del>{fieldText(kind, field, value, lang)}</del>,
          }))}
      />
    </div>
  );
}

function closeMatch({ kind, slug, name }: SearchHit, lang: Lang): CloseMatch[] {
  const path = recordPath(kind, slug);
  return path === null ? [] : [{ path, name: name[lang], kind: searchKindNames[kind][lang] }];
}
