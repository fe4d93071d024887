import { type Bilingual, type Lang, languages } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import type { Table } from '@/tables/table';
import type { Answer } from './answer';
import { descriptionOf, tableOf } from './answer-table';
import type { ChartSource } from './basis';
import type { LegendMark } from './definition';
import { drawAnswer } from './draw-answer';
import { findingOf } from './finding';
import { countOf } from './left-out';

/** Widths of the pictures inside a page, in pixels. */
const pageWidths = [380, 700, 1080] as const;

/** What a pinned link showed, in one language. */
export interface ShownChart {
  title: string;
  finding: string;
  /** The alternative text. */
  description: string;
  table: Table;
  /** The pictures inside the page, by `pageWidths`. */
  pictures: string[];
  /** The picture as a file, with its frame. */
  light: string;
  dark: string;
}

/** Everything that a pinned link showed. Plain data: it is stored as JSON and read by later versions of the code. */
export interface Snapshot {
  version: 1;
  chart: string;
  edition: number;
  /** When the edition was published, ISO. */
  published: string | null;
  /** The state with its defaults written out. */
  query: string;
  legend: { label: Bilingual; colour: Colour; mark: LegendMark }[];
  leftOut: { reason: Bilingual; records: number }[];
  notes: Bilingual[];
  sources: ChartSource[];
  shown: Record<Lang, ShownChart>;
}

/** Makes the snapshot of an answer; `link` is the pinned address that stands in its pictures. Draws ten pictures. */
export async function snapshotOf(
  answer: Answer,
  query: string,
  link: (lang: Lang) => string,
): Promise<Snapshot> {
  const { chart, state, data, edition, published } = answer;
  const shown = {} as Record<Lang, ShownChart>;
  for (const lang of languages) {
    const draw = async (theme: 'page' | 'light' | 'dark', width: number) =>
      (await drawAnswer(answer, { lang, theme, width, height: null, scale: null, link: link(lang) }, '')).svg;
    const empty = data.rows.length === 0;
    shown[lang] = {
      title: chart.question(state)[lang],
      finding: findingOf(answer, lang),
      description: descriptionOf(answer, lang),
      table: tableOf(answer, lang),
      pictures: empty ? [] : await Promise.all(pageWidths.map((width) => draw('page', width))),
      light: await draw('light', 960),
      dark: await draw('dark', 960),
    };
  }
  return {
    version: 1,
    chart: chart.slug,
    edition,
    published: published?.toISOString() ?? null,
    query,
    legend: chart.legend(data.rows, state),
    leftOut: data.leftOut.map((each) => ({ reason: each.reason, records: countOf(each) })),
    notes: data.notes,
    sources: answer.sources,
    shown,
  };
}
