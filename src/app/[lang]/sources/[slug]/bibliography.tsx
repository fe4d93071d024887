import type { SourceWithUse } from '@/database/queries/sources-with-use';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { languageNames, sourceWords } from '@/i18n/sources';
import { type Definition, DefinitionList } from '@/ui/definition-list';

/** Who published it, when, under which terms, and how to cite it. */
export function Bibliography({ lang, source }: { lang: Lang; source: SourceWithUse }) {
  const words = sourceWords[lang];
  const { author, publisher, published, publishedBasis, language, retrieved, licence, url, note, seen } =
    source;
  const items: (Definition | null)[] = [
    author === null ? null : { term: words.author, value: author },
    publisher === null ? null : { term: words.publisher, value: publisher },
    {
      term: words.published,
      value: published === null ? words.noDate : formatPartialDate(published, lang),
    },
    publishedBasis === null ? null : { term: words.basis, value: publishedBasis },
    { term: words.language, value: languageNames[language]?.[lang] },
    { term: words.seen, value: seen ? words.seenYes : words.seenNo },
    retrieved === null ? null : { term: words.retrieved, value: formatPartialDate(retrieved, lang) },
    licence === null ? null : { term: words.licence, value: licence },
    url === null
      ? null
      : {
          term: words.original,
          value: (
            <a className="break-all" href={url} rel="noopener external">
              {url}
            </a>
          ),
        },
    note === null ? null : { term: words.note, value: note[lang] },
    { term: words.cite, value: <span className="break-all">{standardCitation(source)}</span> },
  ];
  return (
    <div className="max-w-text">
      <DefinitionList items={items.filter((item) => item !== null)} />
    </div>
  );
}

/** GB/T 7714-2015, an electronic resource: author. title[EB/OL]. (published)[read]. address. */
export function standardCitation({
  author,
  publisher,
  title,
  published,
  retrieved,
  url,
}: SourceWithUse): string {
  const who = author ?? publisher;
  const dates = `${published === null ? '' : `(${published})`}${retrieved === null ? '' : `[${retrieved}]`}`;
  return [who, `${title}[EB/OL]`, dates, url].filter((part) => part !== null && part !== '').join('. ');
}
