import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { overview } from '@/i18n/overview';
import { Section } from '@/ui/section';

/** Where each of the three kinds of users starts. */
export function Entries({ lang }: { lang: Lang }) {
  const words = overview[lang];
  const entries = [
    {
      who: words.analysts,
      what: words.analystsText,
      links: [
        [words.compare, '/compare'],
        [words.vendorList, '/vendors'],
      ],
    },
    {
      who: words.editors,
      what: words.editorsText,
      links: [
        [words.method, '/method'],
        [words.sourceList, '/sources'],
      ],
    },
    {
      who: words.readers,
      what: words.readersText,
      links: [
        [words.charts, '/charts'],
        [words.industryList, '/industries'],
      ],
    },
  ] as const;
  return (
    <Section id="start" title={words.entries}>
      <div className="overview-entries">
        {entries.map(({ who, what, links }) => (
          <div key={who}>
            <h3>{who}</h3>
            <p>{what}</p>
            <p className="overview-entry-links">
              {links.map(([label, path]) => (
                <a key={path} href={href(lang, path)}>
                  {label}
                </a>
              ))}
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}
