import { closeMatches } from '@/database/queries/close-matches';
import type { SearchedKind, SearchHit } from '@/database/queries/search-records';
import type { Lang } from '@/domain/bilingual';
import { parts } from '@/i18n/parts';
import { searchKindNames } from '@/i18n/search';
import { type CloseMatch, Missing } from '@/ui/missing';
import { Page } from '@/ui/page';
import { ask, editionOfRequest } from './asking';
import { recordPath } from './record-path';
import { searchText } from './search-text';

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
  return (
    <Page
      lang={lang}
      path={path}
      title={parts[lang].missingTitle}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Missing lang={lang} asked={text} matches={matches.flatMap((match) => closeMatch(match, lang))} />
    </Page>
  );
}

function closeMatch({ kind, slug, name }: SearchHit, lang: Lang): CloseMatch[] {
  const path = recordPath(kind, slug);
  return path === null ? [] : [{ path, name: name[lang], kind: searchKindNames[kind][lang] }];
}
