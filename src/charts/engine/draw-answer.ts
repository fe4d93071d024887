import type { Lang } from '@/domain/bilingual';
import { LimitedCache } from '@/domain/limited-cache';
import type { Theme } from '@/domain/palette';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { site as siteWords } from '@/i18n/site';
import { sourceName } from '@/i18n/source-byline';
import { pictureProgram, runInPictureWorker } from '@/pictures/pool';
import { type Answer, chartPath } from './answer';
import { findingOf } from './finding';
import type { Frame, Picture, PictureTask } from './picture-task';

/** How a picture is wanted. Sizes in pixels; `height` null: as high as the rows need. */
export type Rendering = {
  lang: Lang;
  /** `page`: inside the HTML, with CSS variables and without a frame. */
  theme: Theme | 'page';
  width: number;
  height: number | null;
  /** null: SVG only. */
  scale: number | null;
  /** The plot alone, without title and sources. */
  bare?: boolean;
  /** The whole address that stands in the picture; left out, that of the chart in its state. */
  link?: string;
};

const cacheBytes = 32 * 1024 * 1024;
/** A text that holds anything Chinese takes two bytes for each of its letters. */
const pictures = new LimitedCache<Picture>(cacheBytes, ({ svg, png }) => 2 * svg.length + (png?.length ?? 0));

/**
 * The picture of an answer; kept by edition, chart, state and rendering. `site` is the address that stands in it.
 * Throws what the worker throws, `TooManyPictures` among it.
 */
export async function drawAnswer(answer: Answer, rendering: Rendering, site: string): Promise<Picture> {
  const key = JSON.stringify([
    answer.edition,
    answer.chart.slug,
    answer.query,
    rendering,
    site,
    pictureProgram(),
  ]);
  return pictures.get(key, () => runInPictureWorker<PictureTask, Picture>(taskOf(answer, rendering, site)));
}

/** How large the picture of an answer will be, without drawing it. */
export async function measureAnswer(answer: Answer, rendering: Rendering, site: string): Promise<Picture> {
  const task = { ...taskOf(answer, rendering, site), measure: true };
  return runInPictureWorker<PictureTask, Picture>(task);
}

/** The task for the worker. Ids in a picture come from its chart and width: two widths may stand on one page. */
export function taskOf(
  answer: Answer,
  { lang, theme, width, height, scale, link, bare = theme === 'page' }: Rendering,
  site: string,
): PictureTask {
  const { chart, state, data } = answer;
  return {
    chart: chart.slug,
    rows: data.rows,
    state,
    faded: answer.faded,
    lang,
    theme,
    width,
    height,
    id: `${chart.slug}-${width}`,
    frame: bare ? null : frameOf(answer, lang, link ?? `${site}${href(lang, chartPath(answer))}`),
    scale,
  };
}

function frameOf(answer: Answer, lang: Lang, link: string): Frame {
  const { chart, state, data, sources, sourceCount } = answer;
  const words = chartWords[lang];
  const named = sources.slice(0, 3).map((source) => sourceName(source, lang));
  const colon = marks[lang].colon;
  const list =
    [...new Set(named)].join(marks[lang].semicolon) + (sourceCount > 3 ? ` ${words.more(sourceCount)}` : '');
  const edition = `${siteWords[lang].name} · ${words.edition(answer.edition)}`;
  return {
    title: chart.question(state)[lang],
    finding: findingOf(answer, lang),
    legend: chart
      .legend(data.rows, state)
      .map(({ label, colour, mark }) => ({ label: label[lang], colour, mark })),
    source: sources.length === 0 ? '' : `${words.sourceLine}${colon}${list}`,
    edition,
    link,
    noRows: words.noRows,
  };
}
