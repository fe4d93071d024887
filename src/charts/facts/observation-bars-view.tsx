import { type Lang, languages } from '@/domain/bilingual';
import { type Colour, data } from '@/domain/palette';
import type { ChartView, ViewProps } from '../engine/definition';
import { type BarSection, laySections } from '../families/sections';
import { Sections } from '../families/sections-drawing';
import type { ObservationBarState } from './observation-bars';
import { type ObservationRow, observationWords, subjectInWords, valueInWords } from './observation-words';

/** Values of indicators as bars, in sections by indicator; each section has a scale of its own. */
export const view: ChartView<ObservationBarState, ObservationRow> = {
  height: (rows, _state, width) =>
    Math.max(...languages.map((lang) => laySections(sectionsOf(rows, lang), width).height)),
  Draw,
};

function Draw(props: ViewProps<ObservationBarState, ObservationRow>) {
  const { rows, lang, width, height, paint, id, interactive } = props;
  return (
    <Sections
      sections={sectionsOf(rows, lang)}
      width={width}
      height={height}
      paint={paint}
      id={id}
      interactive={interactive}
      keys={observationWords[lang].keys}
    />
  );
}

/** The bars of each indicator and unit, each with a scale of its own. */
export function sectionsOf(rows: readonly ObservationRow[], lang: Lang): BarSection<Colour>[] {
  const words = observationWords[lang];
  const keyOf = (row: ObservationRow) => `${row.indicator} ${row.unit}`;
  return [...new Set(rows.map(keyOf))].map((key) => {
    const own = rows.map((row, index) => ({ row, index })).filter(({ row }) => keyOf(row) === key);
    const reach = Math.max(...own.map(({ row }) => row.ceiling ?? row.floor ?? 0));
    return {
      key,
      title: own[0]?.row.indicatorName[lang] ?? '',
      // Shares are of a whole: the axis ends there.
      most: own[0]?.row.unit === 'share' && reach <= 1 ? 1 : Math.max(reach, Number.MIN_VALUE),
      rows: own.map(({ row, index }) => ({
        index,
        key: row.slug,
        label: subjectInWords(row, lang),
        floor: row.floor,
        ceiling: row.ceiling,
        text: valueInWords(row, lang),
        colour: row.projection ? data.charcoal : data.blue,
        tip: [
          { label: words.value, text: valueInWords(row, lang) },
          ...(row.by === null ? [] : [{ label: words.by, text: row.by[lang] }]),
        ],
      })),
    };
  });
}
