import type { ChangedRecord, EditionInBrief } from '@/database/queries/newest-editions';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { marks } from '@/i18n/marks';
import { formatNumber } from '@/i18n/numbers';
import { kindName, originNames, overview } from '@/i18n/overview';
import { recordPath } from '@/linking/record-path';
import type { RecordKind } from '@/records/record';
import { Section } from '@/ui/section';
import { Timeline } from '@/ui/timeline';

/** Kinds that are counted by name; the rest is one sum. */
const namedKinds = 5;

/** The last editions: when, where from, how many records of which kind. */
export function NewestChanges({ lang, editions }: { lang: Lang; editions: readonly EditionInBrief[] }) {
  const words = overview[lang];
  return (
    <Section id="changes" title={words.changes} note={words.changesNote}>
      <Timeline
        entries={editions.map((edition) => {
          const day = edition.published.toISOString().slice(0, 10);
          const records = words.records(formatNumber(lang, edition.records));
          return {
            key: String(edition.number),
            date: formatPartialDate(day, lang),
            dateTime: day,
            title: (
              <>
                {words.originLine(originNames[edition.origin][lang], records)}
                <span className="text-muted"> · {words.edition(edition.number)}</span>
              </>
            ),
            detail: <Detail lang={lang} edition={edition} />,
          };
        })}
      />
      <p className="mt-3 text-small">
        <a href={href(lang, '/changes')}>{words.allChanges}</a>
      </p>
    </Section>
  );
}

function Detail({ lang, edition }: { lang: Lang; edition: EditionInBrief }) {
  if (edition.changed.length > 0) {
    return edition.changed.map((record, at) => (
      <span key={`${record.kind}/${record.slug}`}>
        {at === 0 ? null : marks[lang].list}
        <Changed lang={lang} record={record} />
      </span>
    ));
  }
  const words = overview[lang];
  // Exchange rates are many and no news: they come after the kinds that readers look for.
  const isRate = ({ kind }: { kind: RecordKind }) => kind === 'exchange-rate';
  const others = edition.byKind.filter((each) => !isRate(each));
  const kinds = [...others.slice(0, namedKinds), ...edition.byKind.filter(isRate)];
  const rest = others.slice(namedKinds).reduce((sum, { count }) => sum + count, 0);
  const counts = kinds.map(({ kind, count }) =>
    words.kindCount(kindName(kind, lang, count === 1 ? 'one' : 'many'), count),
  );
  return joinList(lang, rest === 0 ? counts : [...counts, words.others(rest)]);
}

function Changed({ lang, record }: { lang: Lang; record: ChangedRecord }) {
  const { kind, slug, name } = record;
  const path = recordPath(kind, slug);
  const label = name?.[lang] ?? slug;
  return (
    <>
      {kindName(kind, lang)} {path === null || name === null ? label : <a href={href(lang, path)}>{label}</a>}
    </>
  );
}
