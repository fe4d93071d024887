import { changeOf } from '@/charts/indicator/newest';
import { changeAsSign } from '@/charts/indicator/words';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { indicatorWords } from '@/i18n/indicators';
import { observedText } from '@/i18n/observed-value';
import { observationPath } from '@/linking/shown-at';
import type { IndicatorInBrief } from '@/lists/indicators/themes';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Value } from '@/ui/value';
import { Sparkline } from './sparkline';

/** The indicators of a theme, one a row: the newest value, what has changed, the course of it. */
export function ThemeList({
  lang,
  caption,
  indicators,
}: {
  lang: Lang;
  caption: string;
  indicators: readonly IndicatorInBrief[];
}) {
  const words = indicatorWords[lang];
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      sparse
      rows={indicators}
      rowKey={({ indicator }) => indicator.slug}
      rowId={({ indicator }) => indicator.slug}
      columns={[
        {
          key: 'indicator',
          header: words.indicator,
          width: '34%',
          cell: ({ indicator: { slug, name } }) => (
            <a href={href(lang, `/indicators/${slug}`)}>{name[lang]}</a>
          ),
        },
        {
          key: 'newest',
          header: words.newest,
          width: '36%',
          cell: (row) => <Newest lang={lang} row={row} />,
        },
        {
          key: 'change',
          header: words.change,
          width: '8rem',
          cell: ({ newest }) => {
            const change = newest?.before ? changeOf(newest.row, newest.before) : null;
            return change === null || !newest?.before ? (
              <span className="nothing">—</span>
            ) : (
              <span className="tabular">
                {changeAsSign(change, lang)}
                <span className="block text-muted text-small">
                  {words.since(formatPartialDate(newest.before.date, lang))}
                </span>
              </span>
            );
          },
        },
        {
          key: 'course',
          header: words.course,
          width: '8.5rem',
          cell: ({ series }) =>
            series.length > 1 ? <Sparkline series={series} /> : <span className="nothing">—</span>,
        },
        {
          key: 'values',
          header: words.values,
          align: 'end',
          width: '5rem',
          cell: ({ indicator }) => <span className="tabular">{indicator.observations.length}</span>,
        },
      ]}
    />
  );
}

function Newest({ lang, row: { indicator, newest } }: { lang: Lang; row: IndicatorInBrief }) {
  if (newest === null) return <span className="nothing">—</span>;
  const { row } = newest;
  return (
    <>
      <Value
        evidence={
          <EvidenceMark
            lang={lang}
            id={`observation-${row.id}`}
            evidence={row.evidence}
            inFull={observationPath(indicator.slug, row.slug)}
          />
        }
      >
        {observedText(row, lang)}
      </Value>
      <span className="block text-muted text-small">
        {row.subject[lang]} · {formatPartialDate(row.date, lang)}
      </span>
    </>
  );
}
