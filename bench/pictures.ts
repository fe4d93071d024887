import { chromium } from '@playwright/test';
import { init } from 'echarts';
import { type Answer, answerChart } from '@/charts/engine/answer';
import { tableOf } from '@/charts/engine/answer-table';
import { type Rendering, taskOf } from '@/charts/engine/draw-answer';
import type { Picture, PictureTask } from '@/charts/engine/picture-task';
import { charts } from '@/charts/registry';
import { readFacts } from '@/database/reading';
import { closePicturePool, runInPictureWorker } from '@/pictures/pool';
import { findBrowser } from '../scripts/browser';
import { type BenchLine, type BenchResult, quantile, timesOf, verdict } from './result';
import { withServer } from './running';

const runs = 15;
const size = { width: 960, height: 540 } as const;
const site = 'https://landscape.example';

type Cells = ReturnType<typeof tableOf>;

/** The same figures as an ECharts option: a heat map for two names and a number, a flow, dots over time, else bars. */
function echartsOption(answer: Answer): Record<string, unknown> {
  const table = tableOf(answer, 'zh');
  const texts = table.columns.flatMap(({ kind }, at) => (kind === 'text' ? [at] : []));
  const numbers = table.columns.flatMap(({ kind }, at) => (kind === 'number' ? [at] : []));
  const cell = (row: Cells['rows'][number], at: number | undefined) => row[at ?? -1]?.value ?? null;
  const base = { animation: false, title: { text: answer.chart.question(answer.state).zh }, legend: {} };
  const [first, second] = texts;
  const { slug } = answer.chart;
  const names = (at: number | undefined) => [...new Set(table.rows.map((row) => String(cell(row, at))))];
  if (['vendors-by-industry', 'modalities', 'releases', 'investors'].includes(slug)) {
    const data = table.rows.map((row) => [
      names(second).indexOf(String(cell(row, second))),
      names(first).indexOf(String(cell(row, first))),
      cell(row, numbers[0]),
    ]);
    return {
      ...base,
      xAxis: { type: 'category', data: names(second) },
      yAxis: { type: 'category', data: names(first) },
      visualMap: { min: 0, max: 8 },
      series: [{ type: 'heatmap', data, label: { show: true } }],
    };
  }
  if (slug === 'value-chain' || slug === 'derivation') {
    const links = table.rows.map((row) => ({
      source: `a ${cell(row, first)}`,
      target: `b ${cell(row, second)}`,
      value: Number(cell(row, numbers[0]) ?? 1),
    }));
    const nodes = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
    return { ...base, series: [{ type: 'sankey', data: nodes.map((name) => ({ name })), links }] };
  }
  if (slug === 'parameters' || slug === 'training-cost') {
    const date = table.columns.findIndex(({ key }) => key === 'released' || key === 'date');
    const data = table.rows.map((row) => [String(cell(row, date)), cell(row, numbers[0]), cell(row, first)]);
    return {
      ...base,
      xAxis: { type: 'time' },
      yAxis: { type: 'log' },
      series: [{ type: 'scatter', data, label: { show: true, formatter: '{@[2]}' } }],
    };
  }
  return {
    ...base,
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: table.rows.map((row) => texts.map((at) => cell(row, at)).join(' ')) },
    series: numbers.map((at) => ({
      type: 'bar',
      name: table.columns[at]?.label.zh,
      stack: 'all',
      data: table.rows.map((row) => cell(row, at)),
      label: { show: true },
    })),
  };
}

function drawWithEcharts(option: Record<string, unknown>): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

async function median(times: number, run: () => Promise<unknown> | unknown): Promise<number> {
  return quantile(await timesOf(times, run), 0.5);
}

/** SVG and PNG per chart, cold and cached, beside ECharts, a Chromium screenshot, and a static file. */
export default function pictures(): Promise<BenchResult> {
  return withServer(async ({ url, databaseUrl }) => {
    process.env.DATABASE_URL = databaseUrl;
    process.env.PICTURE_WORKER = 'dist/picture-worker.mjs';
    const browser = await chromium.launch({ executablePath: await findBrowser() });
    const lines: BenchLine[] = [];
    const cold: number[] = [];
    const faster: number[] = [];
    const cached: number[] = [];
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const staticFile = `${url}/icon.svg`;
      for (const chart of charts) {
        const answer = await readFacts((facts) => answerChart(facts, chart, new URLSearchParams()));
        const rendering: Rendering = { lang: 'zh', theme: 'light', ...size, height: null, scale: null };
        const draw = (scale: number | null) =>
          runInPictureWorker<PictureTask, Picture>(taskOf(answer, { ...rendering, scale }, site));
        const option = echartsOption(answer);
        // Each worker meets the chart once before it counts, and so does ECharts.
        await Promise.all([draw(1), draw(1), draw(1), draw(1)]);
        drawWithEcharts(option);
        const svg = await median(runs, () => draw(null));
        const echarts = await median(runs, () => drawWithEcharts(option));
        const png = await median(runs, () => draw(1));
        const address = `${url}/charts/${chart.slug}`;
        await page.goto(address);
        const shot = await median(7, async () => {
          await page.goto(address);
          await page.locator('.chart-figure').screenshot();
        });
        await fetch(`${address}.svg`);
        const [kept, file] = await alternating(`${address}.svg`, staticFile);
        cold.push(svg / echarts);
        faster.push(shot / png);
        cached.push(kept / file);
        lines.push({
          what: chart.slug,
          values: [svg, echarts, svg / echarts, png, shot, shot / png, kept / file],
        });
      }
    } finally {
      await browser.close();
      await closePicturePool();
    }
    const worst = Math.max(...cold);
    const least = Math.min(...faster);
    const slowest = quantile(cached, 0.5);
    return {
      title: 'Pictures',
      how: `Default state of every chart, 960 px wide, drawn by the picture workers of the product (fonts, title and sources included); medians of ${runs} runs in milliseconds. ECharts 6 draws the same figures as SVG on the server (${size.width} × ${size.height}, no frame). Chromium is already running and opens the chart’s page, which the server keeps, and takes a screenshot of the figure. “Cached” is the median time of 300 requests for the SVG divided by that for a static file of the same server, taken in turns.`,
      columns: [
        'chart',
        'SVG',
        'ECharts SVG',
        'ratio',
        'PNG',
        'screenshot',
        'times faster',
        'cached ÷ static',
      ],
      lines,
      reached: [
        verdict('cold SVG, slowest chart, against ECharts', worst, 4, worst <= 4, 'at most'),
        verdict(
          'cold SVG, median chart, against ECharts',
          quantile(cold, 0.5),
          4,
          quantile(cold, 0.5) <= 4,
          'at most',
        ),
        verdict('cold PNG against a screenshot, slowest chart', least, 3, least >= 3, 'at least'),
        verdict('cached SVG against a static file, median chart', slowest, 1.2, slowest <= 1.2, 'at most'),
      ],
    };
  });
}

/** Median times of two addresses, asked in turns, so that what slows the machine slows both. */
async function alternating(first: string, second: string): Promise<[number, number]> {
  const get = async (address: string) => {
    const answer = await fetch(address);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    await answer.arrayBuffer();
  };
  const taken: [number[], number[]] = [[], []];
  for (let at = 0; at < 300; at++) {
    taken[0].push(...(await timesOf(1, () => get(first))));
    taken[1].push(...(await timesOf(1, () => get(second))));
  }
  return [quantile(taken[0], 0.5), quantile(taken[1], 0.5)];
}
