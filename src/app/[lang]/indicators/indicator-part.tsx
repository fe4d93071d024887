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
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { RangeBar } from '@/ui/range-bar';
import { Tag } from '@/ui/tag';
import { Value } from '@/ui/value';
import { subjectPath } from '../../subject-path';
import { inUnit, observedText } from './observed-value';

/** One indicator with all its values; bars where several can be compared. */
export function IndicatorPart({ lang, indicator }: { lang: Lang; indicator: IndicatorWithObservations }) {
  const words = indicatorWords[lang];
  const { slug, name, note, observations, evidence } = indicator;
  const full = fullBar(observations);
  return (
    <section id={slug} className="mb-8 scroll-mt-4">
      <h3 className="mb-1 font-semibold text-h3">
        <a href={`#${slug}`} className="no-underline">
          {name[lang]}
        </a>
        <EvidenceMark lang={lang} id={`indicator-${indicator.id}`} evidence={evidence} />
      </h3>
      {note === null ? null : <p className="mb-2 max-w-text text-muted text-small">{note[lang]}</p>}
      <DataTable
        caption={name[lang]}
        captionHidden
        stack
        rows={observations}
        rowKey={(row) => row.slug}
        columns={[
          {
            key: 'subject',
            header: words.subject,
            width: '26%',
            cell: (row) => <Subject lang={lang} row={row} />,
          },
          {
            key: 'value',
            header: words.value,
            width: '40%',
            cell: (row) => <Observed lang={lang} row={row} full={full} />,
          },
          { key: 'date', header: words.date, width: '12%', cell: (row) => formatPartialDate(row.date, lang) },
          { key: 'by', header: words.by, cell: (row) => <By lang={lang} row={row} /> },
        ]}
      />
    </section>
  );
}

/** The right end of the bars; null where there is nothing to compare, or the values are ranks or in several units. */
function fullBar(observations: readonly ObservationOnRecord[]): number | null {
  const units = new Set(observations.map(({ unit }) => unit));
  if (observations.length < 2 || units.size > 1 || units.has('rank')) return null;
  const ends = observations.flatMap((each) => {
    const { min, max } = observedRange(each);
    return max ?? min ?? [];
  });
  return ends.length < 2 ? null : Math.max(...ends);
}

type RowProps = { lang: Lang; row: ObservationOnRecord };

function Subject({ lang, row }: RowProps) {
  const path = row.about === null ? null : subjectPath(row.about);
  return path === null ? row.subject[lang] : <a href={href(lang, path)}>{row.subject[lang]}</a>;
}

function Observed({ lang, row, full }: RowProps & { full: number | null }) {
  const words = indicatorWords[lang];
  const { min, max } = observedRange(row);
  const doubts = row.evidence.flatMap(({ doubt }) => doubt?.[lang] ?? []);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-3">
        {full === null || (min === null && max === null) ? null : (
          <RangeBar
            lang={lang}
            min={min ?? 0}
            max={max}
            full={full}
            format={inUnit(row.unit, lang)}
            colour={row.projection ? data.charcoal : data.blue}
          />
        )}
        <Value evidence={<EvidenceMark lang={lang} id={`observation-${row.id}`} evidence={row.evidence} />}>
          {observedText(row, lang)}
        </Value>
        {row.projection ? <Tag>{words.projection}</Tag> : null}
      </span>
      {row.note === null ? null : <span className="block text-muted text-small">{row.note[lang]}</span>}
      {doubts.map((doubt) => (
        <span key={doubt} className="doubt block text-small">
          {words.doubts}
          {lang === 'zh' ? '：' : ': '}
          {doubt}
        </span>
      ))}
    </>
  );
}

function By({ lang, row: { by } }: RowProps) {
  if (by === null) return '—';
  return by.slug === null ? by.name[lang] : <a href={href(lang, `/vendors/${by.slug}`)}>{by.name[lang]}</a>;
}
