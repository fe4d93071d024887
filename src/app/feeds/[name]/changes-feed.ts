import type { RecordChange } from '@/database/queries/changes-of-records';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import type { FeedEntry } from '@/exchange/feed';
import { actionNames, changeWords } from '@/i18n/changes';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { kindName, originNames } from '@/i18n/overview';
import { fieldText } from '@/i18n/record-fields';
import { shownAt } from '@/linking/shown-at';
import type { Problem } from '@/linking/state';
import { changeList } from '@/lists/changes/change-list';
import { changesPath } from '@/lists/changes/parameters';
import { fieldName } from '@/records/books';

/** What a feed is made of, before its addresses. */
export interface FeedParts {
  title: string;
  description: string;
  /** The page that shows the same, without the language. */
  path: string;
  entries: FeedEntry[];
  problems: Problem[];
}

/** The changes that a query asks for, an entry each. */
export async function changesFeed(
  facts: Facts,
  search: URLSearchParams,
  lang: Lang,
  site: string,
  size: number,
): Promise<FeedParts> {
  const list = await changeList(facts, search, { elsewhere: ['lang'], size, strict: true });
  const { title, description } = changeWords[lang];
  const entries = list.changes.map((change) => entryOf(change, lang, site));
  return {
    title,
    description,
    path: changesPath({ ...list.state, after: null }),
    entries,
    problems: list.problems,
  };
}

function entryOf(change: RecordChange, lang: Lang, site: string): FeedEntry {
  const { edition, published, origin, note, kind, slug, name, owner, action, fields } = change;
  const path = action === 'retracted' ? null : shownAt(kind, slug, owner);
  const differences = fields
    .slice(0, 10)
    .map(({ field, before, after }) =>
      `${fieldName(kind, field, lang)}: ${fieldText(kind, field, before, lang)} → ${fieldText(kind, field, after, lang)}`.slice(
        0,
        400,
      ),
    );
  return {
    name: `changes ${edition} ${kind}/${slug}`,
    title: `${actionNames[action][lang]}${marks[lang].colon}${kindName(kind, lang)} ${name?.[lang] ?? slug}`,
    link: `${site}${href(lang, path ?? `/changes?edition=${edition}`)}`,
    summary: [
      ...differences,
      `${changeWords[lang].edition(edition)} · ${originNames[origin][lang]} · ${note[lang]}`,
    ].join('\n'),
    updated: published,
    published,
  };
}
