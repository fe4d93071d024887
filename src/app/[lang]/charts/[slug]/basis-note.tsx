import type { BasisRecord } from '@/charts/definition';
import type { Lang } from '@/domain/bilingual';
import { secondHandOf, surestKind } from '@/domain/evidence';
import { chartWords } from '@/i18n/charts';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { sourceName } from '@/i18n/source-byline';
import { EvidenceGlyph } from '@/ui/evidence-glyph';

/** `more`: how many more records there are than `records` lists. */
type Props = { lang: Lang; records: readonly BasisRecord[]; more?: number; id: string };

/** The records behind a row and who says so: a native popover, so it needs no script. */
export function BasisNote({ lang, records, more = 0, id }: Props) {
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
        <RecordList lang={lang} records={records} more={more} />
      </div>
    </>
  );
}

/** Records as links, each with its sources and how sure they are. */
export function RecordList({ lang, records, more = 0 }: Omit<Props, 'id'>) {
  return (
    <ul className="basis-records">
      {records.map((record) => (
        <li key={record.path}>
          <a href={href(lang, record.path)}>{record.name[lang]}</a>
          <Sources lang={lang} record={record} />
        </li>
      ))}
      {more === 0 ? null : <li>{chartWords[lang].moreRecords(more)}</li>}
    </ul>
  );
}

function Sources({ lang, record }: { lang: Lang; record: BasisRecord }) {
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
      {sources.map((source) => (
        <a key={source.slug} href={href(lang, `/sources/${source.slug}`)}>
          {sourceName(source, lang)}
        </a>
      ))}
    </span>
  );
}
