import type { SourceWithUse } from '@/database/queries/sources-with-use';
import type { Lang } from '@/domain/bilingual';
import { hostOf, readThrough } from '@/domain/source-via';
import { marks } from '@/i18n/marks';
import { readPageName, sourceByline } from '@/i18n/source-byline';
import { sourceWords } from '@/i18n/sources';
import { languageNames, viaNames } from '@/records/source/book';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { PartialTime } from '@/ui/partial-time';

/** Who published it, when, under which terms, and how to cite it. */
export function Bibliography({ lang, source }: { lang: Lang; source: SourceWithUse }) {
  const words = sourceWords[lang];
  const { author, publisher, published, publishedBasis, language, retrieved, licence, url, via, note, seen } =
    source;
  const items: (Definition | null)[] = [
    author === null ? null : { term: words.author, value: author },
    publisher === null ? null : { term: words.publisher, value: publisher },
    via === null ? null : { term: words.via, value: viaText(source, lang) },
    {
      term: words.published,
      value: published === null ? words.noDate : <PartialTime lang={lang} date={published} />,
    },
    publishedBasis === null ? null : { term: words.basis, value: publishedBasis },
    { term: words.language, value: languageNames[language][lang] },
    { term: words.seen, value: seen ? words.seenYes : words.seenNo },
    retrieved === null
      ? null
      : { term: words.retrieved, value: <PartialTime lang={lang} date={retrieved} /> },
    licence === null ? null : { term: words.licence, value: licence },
    url === null
      ? null
      : {
          term: readPageName(source, lang),
          value: (
            <a className="break-all" href={url} rel="noopener external">
              {url}
            </a>
          ),
        },
    note === null ? null : { term: words.note, value: note[lang] },
    { term: words.cite, value: <span className="break-all">{standardCitation(source, lang)}</span> },
  ];
  return (
    <div className="max-w-text">
      <DefinitionList items={items.filter((item) => item !== null)} />
    </div>
  );
}

/** What was read: 'a republished copy: chengju.com'. */
function viaText({ via, carrier, url }: SourceWithUse, lang: Lang): string {
  if (via === null) return '';
  const who = via === 'publisher' ? null : (carrier ?? hostOf(url));
  return [viaNames[via][lang], who].filter((part) => part !== null).join(marks[lang].colon);
}

/** GB/T 7714-2015, an electronic resource: author. title[EB/OL]. (published)[read]. address. */
function standardCitation(source: SourceWithUse, lang: Lang): string {
  const { author, publisher, title, published, retrieved, url } = source;
  const who = author ?? publisher;
  const dates = `${published === null ? '' : `(${published})`}${retrieved === null ? '' : `[${retrieved}]`}`;
  // What was read is a copy or a digest: the address is its, so it is named before it.
  const through = readThrough(source) === null ? null : sourceByline(source, lang);
  return [through === null ? who : (author ?? null), `${title}[EB/OL]`, through, dates, url]
    .filter((part) => part !== null && part !== '')
    .join('. ');
}
