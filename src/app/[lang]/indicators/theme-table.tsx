import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import type { Lang } from '@/domain/bilingual';
import { observedRange } from '@/domain/observed';
import { data } from '@/domain/palette';
import { formatPartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { indicatorWords } from '@/i18n/indicators';
import { marks } from '@/i18n/marks';
import { inUnit, observedText } from '@/i18n/observed-value';
import { observationPath, shownAt } from '@/linking/shown-at';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { RangeBar } from '@/ui/range-bar';
import { Tag } from '@/ui/tag';
import { Value } from '@/ui/value';

interface Row {
  indicator: IndicatorWithObservations;
  seen: ObservationOnRecord;
  first: boolean;
  /** The right end of the bars of this indicator; null where there is nothing to compare. */
  full: number | null;
}

/** The indicators of a theme, one value a row; bars where several values of one indicator can be compared. */
export function ThemeTable({
  lang,
  caption,
  indicators,
}: {
  lang: Lang;
  caption: string;
  indicators: readonly IndicatorWithObservations[];
}) {
  const words = indicatorWords[lang];
  const rows = indicators.flatMap((indicator): Row[] => {
    const full = fullBar(indicator.observations);
    return indicator.observations.map((seen, at) => ({ indicator, seen, first: at === 0, full }));
  });
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      sparse
      rows={rows}
      rowKey={({ seen }) => seen.slug}
      columns={[
        {
          key: 'indicator',
          header: words.indicator,
          width: '22%',
          cell: (row) => <Name lang={lang} row={row} />,
        },
        {
          key: 'subject',
          header: words.subject,
          width: '18%',
          cell: (row) => <Subject lang={lang} row={row} />,
        },
        {
          key: 'value',
          header: words.value,
          width: '34%',
          cell: (row) => <Observed lang={lang} row={row} />,
        },
        {
          key: 'date',
          header: words.date,
          width: '9rem',
          cell: ({ seen }) => <span className="whitespace-nowrap">{formatPartialDate(seen.date, lang)}</span>,
        },
        { key: 'by', header: words.by, cell: (row) => <By lang={lang} row={row} /> },
      ]}
    />
  );
}

/** Ranks, and values in several units, are not compared. */
function fullBar(observations: readonly ObservationOnRecord[]): number | null {
  const units = new Set(observations.map(({ unit }) => unit));
  if (units.size > 1 || units.has('rank')) return null;
  const ends = observations.flatMap((each) => {
    const { min, max } = observedRange(each);
    return max ?? min ?? [];
  });
  return ends.length < 2 ? null : Math.max(...ends);
}

type CellProps = { lang: Lang; row: Row };

function Name({ lang, row: { indicator, first } }: CellProps) {
  if (!first) return <span className="font-normal text-muted">{indicator.name[lang]}</span>;
  return (
    <span id={indicator.slug} className="scroll-mt-12">
      <a href={href(lang, `/indicators/${indicator.slug}`)}>{indicator.name[lang]}</a>
      {indicator.note === null ? null : (
        <span className="block font-normal text-muted text-small">
          <Value
            evidence={
              <EvidenceMark
                lang={lang}
                id={`indicator-${indicator.id}`}
                evidence={indicator.evidence}
                inFull={`/indicators/${indicator.slug}`}
              />
            }
          >
            {indicator.note[lang]}
          </Value>
        </span>
      )}
    </span>
  );
}

function Subject({ lang, row: { seen } }: CellProps) {
  const path = seen.about === null ? null : shownAt(seen.about.kind, seen.about.slug, seen.about.vendor);
  return (
    <span id={seen.slug} className="scroll-mt-12">
      {path === null ? seen.subject[lang] : <a href={href(lang, path)}>{seen.subject[lang]}</a>}
    </span>
  );
}

function Observed({ lang, row: { indicator, seen, full } }: CellProps) {
  const words = indicatorWords[lang];
  const { min, max } = observedRange(seen);
  const doubts = seen.evidence.flatMap(({ doubt }) => doubt?.[lang] ?? []);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-3">
        {full === null || (min === null && max === null) ? null : (
          <RangeBar
            lang={lang}
            min={min ?? 0}
            max={max}
            full={full}
            format={inUnit(seen, lang)}
            colour={seen.projection ? data.charcoal : data.blue}
          />
        )}
        <Value
          evidence={
            <EvidenceMark
              lang={lang}
              id={`observation-${seen.id}`}
              evidence={seen.evidence}
              inFull={observationPath(indicator.slug, seen.slug)}
            />
          }
        >
          {observedText(seen, lang)}
        </Value>
        {seen.projection ? <Tag>{words.projection}</Tag> : null}
      </span>
      {seen.note === null ? null : <span className="block text-muted text-small">{seen.note[lang]}</span>}
      {doubts.map((doubt) => (
        <span key={doubt} className="block text-accent text-small">
          {words.doubts}
          {marks[lang].colon}
          {doubt}
        </span>
      ))}
    </>
  );
}

function By({ lang, row: { seen } }: CellProps) {
  const { by } = seen;
  if (by === null) return <span className="nothing">—</span>;
  return by.slug === null ? by.name[lang] : <a href={href(lang, `/vendors/${by.slug}`)}>{by.name[lang]}</a>;
}
