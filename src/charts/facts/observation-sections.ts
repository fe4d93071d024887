import type { Lang } from '@/domain/bilingual';
import { data } from '@/domain/palette';
import type { Drawing } from '../engine/drawing';
import { sections } from '../families/sections';
import { type ObservationRow, subjectInWords, valueInWords } from './observation-words';

/** Values of indicators as bars, in sections by indicator and unit; each section has a scale of its own. */
export function observationSections(scene: { rows: readonly ObservationRow[]; lang: Lang }): Drawing {
  const { rows, lang } = scene;
  const keyOf = (row: ObservationRow) => `${row.indicator} ${row.unit}`;
  const bars = [...new Set(rows.map(keyOf))].map((key) => {
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
      })),
    };
  });
  return sections({ sections: bars });
}
