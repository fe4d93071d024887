import type { Lang } from '@/domain/bilingual';
import { feedAddress, feedFormatNames } from '@/i18n/feed-address';

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
  return (
    <p className="mt-4 link-line text-muted text-small print:hidden">
      {label}
      {feedFormatNames.map(([format, title]) => (
        <a key={format} href={feedAddress(lang, name, format, query)} rel="alternate">
          {title}
        </a>
      ))}
      {note}
    </p>
  );
}
