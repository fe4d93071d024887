import type { Answer } from '@/charts/engine/answer';
import type { BasisRecord } from '@/charts/engine/definition';
import type { Lang } from '@/domain/bilingual';
import { bySource, surestKind } from '@/domain/evidence';
import { chartWords } from '@/i18n/charts';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { sourceByline } from '@/i18n/source-byline';
import { placeOfRow } from './chart-records';

/** What a mark tells who points at it: its row in words, on what that rests, and the address where it leads. */
export type ChartPoint = [words: string, basis: string, address: string];

/** The points of an answer, by the numbers of its rows. */
export function pointsOf(answer: Answer, lang: Lang): ChartPoint[] {
  const { chart, state, data } = answer;
  return data.rows.map((row, index) => {
    const records = data.basis[index] ?? [];
    const [record] = records;
    const count = records.length + (data.more?.[index] ?? 0);
    return [
      chart.rowInWords(row, state, lang),
      count === 1 && record ? sourcesInWords(record, lang) : chartWords[lang].records(count),
      href(lang, count === 1 && record ? record.path : placeOfRow(answer, index)),
    ];
  });
}

/** How many sources a record has, the surest of them by name, and when it was published. */
function sourcesInWords({ evidence }: BasisRecord, lang: Lang): string {
  const kind = surestKind(evidence);
  const surest = evidence.find((each) => each.kind === kind);
  if (!kind || !surest) return '';
  const words = evidenceWords[lang];
  const { published } = surest.source;
  const said = words.markLabel(
    bySource(evidence).length,
    words[kind],
    sourceByline(surest.source, lang) ?? surest.source.title,
  );
  return published === null ? said : `${said}${marks[lang].comma}${published}`;
}
