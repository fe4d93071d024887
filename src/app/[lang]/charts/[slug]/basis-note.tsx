import type { BasisRecord } from '@/charts/engine/definition';
import type { Lang } from '@/domain/bilingual';
import { secondHandOf, surestKind } from '@/domain/evidence';
import { chartWords } from '@/i18n/charts';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { sourceName } from '@/i18n/source-byline';
import { EvidenceGlyph } from '@/ui/evidence-glyph';

/**
 * `more`: how many more records there are than `records` lists. `all`: where they are listed, all of them, without the
 * language; a page shows the first few.
 */
type Props = { lang: Lang; records: readonly BasisRecord[]; more?: number; all: string; id: string };

/** Records that a page of a chart lists for one row or one reason, and sources that it names for one of them. */
const mostRecords = 6;
const mostSources = 2;

/** The records behind a row and who says so: a native popover, so it needs no script. */
export function BasisNote({ lang, records, more = 0, all, id }: Props) {
  const words = chartWords[lang];
  const label = words.basisLabel(records.length + more);
  return (
    <>
      <button type="button" className="basis-open" popoverTarget={id} aria-label={label}>
        {words.records(records.length + more)}
      </button>
      <div className="evidence-note basis-note" id={id} popover="auto" role="dialog" aria-label={label}>
        <span className="evidence-head">
          {label}
          <button
            type="button"
            className="evidence-close"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={evidenceWords[lang].close}
          >
            ×
          </button>
        </span>
        <RecordList lang={lang} records={records} more={more} all={all} />
      </div>
    </>
  );
}

/** The first records as links, each with its sources and how sure they are, and the way to all of them. */
export function RecordList({ lang, records, more = 0, all }: Omit<Props, 'id'>) {
  const shown = records.slice(0, mostRecords);
  return (
    <>
      <ul className="basis-records">
        {shown.map((record) => (
          <li key={record.path}>
            <a href={href(lang, record.path)}>{record.name[lang]}</a>
            <RecordSources lang={lang} record={record} most={mostSources} />
          </li>
        ))}
      </ul>
      {records.length + more > shown.length ? (
        <a href={href(lang, all)}>{chartWords[lang].allRecords(records.length + more)}</a>
      ) : null}
    </>
  );
}

/** Who says so: the first sources of a record, and how many more there are. */
export function RecordSources({ lang, record, most }: { lang: Lang; record: BasisRecord; most: number }) {
  const kind = surestKind(record.evidence);
  if (kind === null) return null;
  const sources = [...new Map(record.evidence.map(({ source }) => [source.slug, source])).values()];
  return (
    <span className="basis-sources">
      <EvidenceGlyph
        kind={kind}
        seen={record.evidence.some((each) => each.seen)}
        secondHand={secondHandOf(record.evidence)}
      />
      {sources.slice(0, most).map((source) => (
        <a key={source.slug} href={href(lang, `/sources/${source.slug}`)}>
          {sourceName(source, lang)}
        </a>
      ))}
      {sources.length > most ? <span>+{sources.length - most}</span> : null}
    </span>
  );
}
