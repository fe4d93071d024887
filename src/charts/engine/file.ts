import type { Facts } from '@/database/reading';
import { type Problem, parseState } from '@/linking/state';
import { csvOf } from '@/tables/csv';
import { xlsxOf } from '@/tables/xlsx';
import { answerChart } from './answer';
import { tableOf } from './answer-table';
import type { Chart } from './definition';
import { drawAnswer } from './draw-answer';
import { type FileFormat, type FileState, fileParameters } from './file-format';
import { jsonOf } from './json';
import { zipOf } from './zip';

export type ChartFile = { body: string | Uint8Array<ArrayBuffer>; edition: number; name: string };

/**
 * A chart as a file, or what is wrong with the query: machines get no defaults for what they got wrong. Facts are
 * asked through `ask`, and drawing begins after that, so that no transaction waits for a picture.
 */
export async function chartFile(
  chart: Chart,
  format: FileFormat,
  search: URLSearchParams,
  ask: <T>(question: (facts: Facts) => Promise<T>) => Promise<T>,
  site: string,
): Promise<{ file: ChartFile } | { problems: Problem[] }> {
  const names = Object.keys(fileParameters);
  const own = parseState(fileParameters, search, { alone: true });
  if (own.problems.length > 0) return { problems: own.problems };
  const answer = await ask((facts) => answerChart(facts, chart, search, names));
  if (answer.problems.length > 0) return { problems: answer.problems };
  const { lang, bom } = own.state;
  const name = `${chart.slug}-edition-${answer.edition}.${format}`;
  const { edition } = answer;
  if (format === 'csv') return { file: { body: csvOf(tableOf(answer, lang), lang, bom), edition, name } };
  if (format === 'xlsx')
    return { file: { body: await xlsxOf(tableOf(answer, lang), lang, chart.slug), edition, name } };
  if (format === 'json')
    return { file: { body: JSON.stringify(jsonOf(answer, lang, site), null, 1), edition, name } };
  if (format === 'zip') return { file: { body: await zipOf(answer, site), edition, name } };
  const picture = await drawAnswer(answer, renderingOf(own.state, format), site);
  return { file: { body: picture.png ?? picture.svg, edition, name } };
}

function renderingOf({ lang, theme, width, height, scale, frame }: FileState, format: 'svg' | 'png') {
  return {
    bare: !frame,
    lang,
    theme,
    width,
    height: height === 0 ? null : height,
    scale: format === 'png' ? scale : null,
  };
}
