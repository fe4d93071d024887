import type { Lang } from '@/domain/bilingual';

const formats = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' } as const;

type Props = {
  lang: Lang;
  label: string;
  note?: string;
  /** The feed: 'changes', 'funding'. */
  name: string;
  /** The filter, as in the address of the page, without '?'. */
  query: string;
};

/** Where a list can be followed from: the same filter as a feed, in each format. */
export function FeedLinks({ lang, label, note, name, query }: Props) {
  const asked = [query, lang === 'en' ? 'lang=en' : ''].filter((part) => part !== '').join('&');
  return (
    <p className="mt-4 link-line text-muted text-small print:hidden">
      {label}
      {Object.entries(formats).map(([format, title]) => (
        <a key={format} href={`/feeds/${name}.${format}${asked === '' ? '' : `?${asked}`}`} rel="alternate">
          {title}
        </a>
      ))}
      {note}
    </p>
  );
}
