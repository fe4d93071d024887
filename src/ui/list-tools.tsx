import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { listWords } from '@/i18n/lists';
import { Disclosure } from './disclosure';
import { FacetList } from './facet-list';

type Props = {
  lang: Lang;
  /** The address of the list as a file, without the language: `file('.csv')`. */
  file: (extension: string) => string;
  /** Each column, with the address that shows or hides it. */
  columns: readonly { key: string; label: string; active: boolean; path: string }[];
};

/** The columns after one is shown or hidden; all of them are the same as none named. */
export function toggledColumn(shown: readonly string[], key: string, all: readonly string[]): string[] {
  const now = shown.length === 0 ? all : shown;
  const next = now.includes(key) ? now.filter((each) => each !== key) : [...now, key];
  return next.length === all.length || next.length === 0 ? [] : next;
}

/** A list as a file: all that matches, in the order of the page. */
export function ListFiles({ lang, file }: Pick<Props, 'lang' | 'file'>) {
  return (
    <p className="link-line mt-5 text-muted text-small print:hidden">
      {listWords[lang].download}
      {['csv', 'xlsx', 'json'].map((format) => (
        <a key={format} href={href(lang, file(`.${format}`))}>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

/** Which columns a list shows, and the list as a file: all that matches, in this order, with these columns. */
export function ListTools({ lang, file, columns }: Props) {
  const words = listWords[lang];
  return (
    <div className="grid gap-2 print:hidden">
      <ListFiles lang={lang} file={file} />
      <Disclosure summary={words.columns}>
        <FacetList
          lang={lang}
          facets={[
            {
              key: 'columns',
              label: words.columns,
              options: columns.map(({ key, label, active, path }) => ({
                key,
                label,
                active,
                href: href(lang, path),
              })),
            },
          ]}
        />
      </Disclosure>
    </div>
  );
}
