import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOfRow, recordsBehind, recordsOnPage } from '@/app/[lang]/charts/[slug]/chart-records';
import { loadDrawing } from '@/charts/drawings';
import { type Answer, answerChart, wholePath } from '@/charts/engine/answer';
import { descriptionOf, tableOf } from '@/charts/engine/answer-table';
import { parametersOf } from '@/charts/engine/arrange';
import type { Chart } from '@/charts/engine/definition';
import { taskOf } from '@/charts/engine/draw-answer';
import { chartFile } from '@/charts/engine/file';
import { findingOf } from '@/charts/engine/finding';
import { jsonOf } from '@/charts/engine/json';
import type { Picture, PictureTask } from '@/charts/engine/picture-task';
import { charts } from '@/charts/registry';
import { connect } from '@/database/client';
import { type Facts, readFacts } from '@/database/reading';
import { languages } from '@/domain/bilingual';
import { type ProposalDraft, publish } from '@/editorial/publication';
import { optionsOf } from '@/linking/state';
import { closePicturePool, runInPictureWorker } from '@/pictures/pool';
import { textWidth } from '@/pictures/text-width';
import { csvOf } from '@/tables/csv';
import { bundlePictureWorker } from '../../scripts/bundle-workers';
import { chartFacts } from './chart-facts';
import { freshDatabase } from './database';

const workerFile = 'node_modules/.cache/ai-landscape/picture-worker.mjs';
const site = 'https://landscape.example';

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.PICTURE_WORKER = workerFile;
  await bundlePictureWorker(workerFile);
  const client = connect(url);
  const draft: ProposalDraft = {
    origin: 'form',
    note: { zh: '图表测试', en: 'chart test' },
    records: chartFacts,
  };
  expect(await publish(client, draft)).toMatchObject({ outcome: 'published' });
  await client.$disconnect();
});

afterAll(closePicturePool);

const ask = (chart: Chart, query: string) =>
  readFacts((facts: Facts) => answerChart(facts, chart, new URLSearchParams(query)));

/** Each value of each parameter on its own, lists with one and with two values; from the parameters' schema. */
async function statesOf(chart: Chart): Promise<Answer[]> {
  const { options, state } = await ask(chart, '');
  const columns = chart.columns(state).map(({ key }) => key);
  const queries = Object.entries(parametersOf(chart)).flatMap(([name, parameter]) => {
    const values = (optionsOf(name, parameter, options) ?? []).map((option) => option.value);
    if (parameter.kind === 'choice') return values.map((value) => `${name}=${value}`);
    if (parameter.kind === 'list')
      return [`${name}=${values[0]}`, `${name}=${values.slice(0, Math.min(2, parameter.most)).join('~')}`];
    if (parameter.kind === 'order') return [`${name}=${columns[0]}-asc`, `${name}=${columns.at(-1)}-desc`];
    if (parameter.kind === 'quarter') return [`${name}=2023Q2`];
    if (parameter.kind === 'number') return [`${name}=${parameter.min}`, `${name}=${parameter.max}`];
    if (parameter.kind === 'limit') return [`${name}=1`, `${name}=all`];
    return [`${name}=0`, `${name}=1`];
  });
  const answers: Answer[] = [];
  for (const query of ['', ...queries]) answers.push(await ask(chart, query));
  return answers;
}

/** RFC 4180. */
function parseCsv(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.slice(0, -1);
}

const draw = (task: PictureTask) => runInPictureWorker<PictureTask, Picture>(task);

function svgOf(markup: string) {
  const { document } = new Window();
  document.body.innerHTML = markup;
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('no svg');
  return svg;
}
type Element = ReturnType<typeof svgOf>;

/** The marks carry the row and column that they draw: both the value and the length have to be the table's. */
async function expectMarksToAgree(svg: Element, answer: Answer): Promise<void> {
  const table = tableOf(answer, 'en');
  const drawing = await loadDrawing(answer.chart.slug);
  const side = drawing({ rows: answer.data.rows, state: answer.state, lang: 'en', width: 960 }).length;
  const column = (key: string) => table.columns.findIndex((each) => each.key === key);
  const marks = [...svg.querySelectorAll('[data-row]')].map((mark) => ({
    row: Number(mark.getAttribute('data-row')),
    key: mark.getAttribute('data-key') ?? '',
    value: mark.getAttribute('data-value') ?? '',
    scale: mark.getAttribute('data-scale') ?? '',
    rect: mark.querySelector('rect'),
  }));
  // Panels side by side have a scale each.
  const lengths: { value: number; pixels: number; scale: string }[] = [];
  for (const { row, key, value, scale, rect } of marks) {
    const cells = table.rows[row];
    expect(value).toBe(String(cells?.[column(key)]?.value ?? ''));
    const floor = key === 'ceiling' ? Number(cells?.[column('floor')]?.value) : 0;
    if (side && rect)
      lengths.push({ value: Number(value) - floor, pixels: Number(rect.getAttribute(side)), scale });
  }
  const drawn = new Set(marks.map(({ row, key }) => `${row} ${key}`));
  const keys = new Set(marks.map(({ key }) => key));
  table.rows.forEach((cells, row) => {
    for (const key of keys) {
      const value = cells[column(key)]?.value;
      const floor = key === 'ceiling' ? cells[column('floor')]?.value : 0;
      if (typeof value === 'number' && value > Number(floor)) expect(drawn).toContain(`${row} ${key}`);
    }
  });
  for (const scale of new Set(lengths.map((each) => each.scale))) {
    const own = lengths.filter((each) => each.scale === scale);
    const longest = [...own].sort((a, b) => b.value - a.value)[0] ?? { value: 1, pixels: 1 };
    for (const { value, pixels } of own)
      expect(pixels).toBeCloseTo((value / longest.value) * longest.pixels, 0);
  }
}

/** Texts stay inside the picture; turned ones (column heads) are measured upwards. */
function expectTextsInside(svg: Element, width: number, height: number): void {
  for (const text of svg.querySelectorAll('text')) {
    const place = { x: 0, y: 0, scale: 1, turned: false };
    const chain: Element[] = [];
    for (let node: unknown = text; node !== svg && node; node = (node as Element).parentElement)
      chain.unshift(node as Element);
    for (const node of chain) {
      const transform = node.getAttribute('transform') ?? '';
      const [, x, y] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(transform) ?? [];
      place.x += Number(x ?? 0) * place.scale;
      place.y += Number(y ?? 0) * place.scale;
      place.scale *= Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
      place.turned ||= transform.includes('rotate(-90)');
    }
    const spans = [...text.querySelectorAll('tspan')];
    for (const line of spans.length > 0 ? spans : [text]) {
      const content = [...line.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent)
        .join('');
      const length = textWidth(content, Number(text.getAttribute('font-size') ?? 12)) * place.scale;
      const anchor = text.getAttribute('text-anchor') ?? 'start';
      const x = place.x + Number(line.getAttribute('x') ?? 0) * place.scale;
      const y = place.y + Number(line.getAttribute('y') ?? 0) * place.scale;
      const start = anchor === 'end' ? x - length : anchor === 'middle' ? x - length / 2 : x;
      const message = `"${content}"`;
      if (place.turned) expect(y - length, message).toBeGreaterThanOrEqual(-1);
      else {
        expect(start, message).toBeGreaterThanOrEqual(-2);
        expect(start + length, message).toBeLessThanOrEqual(width + 2);
      }
      expect(y, message).toBeLessThanOrEqual(height);
    }
  }
}

describe.each(charts.map((chart) => [chart.slug, chart] as const))('%s', (_slug, chart) => {
  it('says the same in table, CSV, JSON and alternative text, in every state and language', async () => {
    for (const answer of await statesOf(chart)) {
      expect(answer.problems, answer.query).toEqual([]);
      for (const lang of languages) {
        const table = tableOf(answer, lang);
        const values = table.rows.map((row) => row.map((cell) => cell.value));
        const json = jsonOf(answer, lang, site);
        expect(json.rows.map((row) => Object.values(row))).toEqual(values);
        const [heads, ...lines] = parseCsv(csvOf(table, lang, false));
        expect(heads).toHaveLength(table.columns.length);
        const undone = lines.map((line) => line.map((field) => field.replace(/^'(?=[=+\-@])/, '')));
        expect(undone).toEqual(
          values.map((row) => row.map((value) => (value === null ? '' : String(value)))),
        );
        const description = descriptionOf(answer, lang);
        expect(description).toContain(json.finding);
        for (const row of answer.data.rows.slice(0, 40))
          expect(description).toContain(chart.rowInWords(row, answer.state, lang));
        expect(answer.data.basis).toHaveLength(answer.data.rows.length);
      }
    }
  });

  it('draws what the table says, in every state, language and theme, and cuts nothing off', async () => {
    const renderings = languages.flatMap((lang) =>
      (
        [
          ['page', 380, null],
          ['page', 1080, null],
          ['light', 960, null],
          ['dark', 380, null],
          ['light', 1200, 630],
        ] as const
      ).map(([theme, width, height]) => ({ lang, theme, width, height, scale: null })),
    );
    // The default state in every rendering; the others take turns, so that each rendering meets many states.
    for (const [at, answer] of (await statesOf(chart)).entries()) {
      const chosen = at === 0 ? renderings : renderings.filter((_, each) => (at * 3) % 5 === each % 5);
      for (const rendering of chosen) {
        const { lang, theme } = rendering;
        if (theme === 'page' && answer.data.rows.length === 0) continue;
        const picture = await draw(taskOf(answer, rendering, site));
        const svg = svgOf(picture.svg);
        if (answer.data.rows.length > 0) await expectMarksToAgree(svg, answer);
        expectTextsInside(svg, picture.width, picture.height);
        expect(picture.svg.includes('var(--color-'), theme).toBe(theme === 'page');
        if (theme !== 'page') {
          expect(svg.querySelector('desc')?.textContent).toBe(findingOf(answer, lang));
          expect(svg.textContent).toContain(site);
        }
      }
    }
  }, 120_000);

  it('shows so many of all as it says, and all of them where all are asked for', async () => {
    if (chart.parameters.top?.kind !== 'limit') return;
    const everything = await ask(chart, 'top=all');
    expect(everything.data.limited).toBeUndefined();
    const few = await ask(chart, 'top=1');
    if (!few.data.limited) return;
    const { shown, all } = few.data.limited;
    expect(shown).toBeLessThan(all);
    expect(everything.data.rows.length).toBeGreaterThan(few.data.rows.length);
    for (const lang of languages) {
      const said = findingOf(few, lang);
      expect(said).toContain(String(all));
      expect(jsonOf(few, lang, site).finding).toBe(said);
      expect(findingOf(everything, lang)).toBe(chart.finding(everything.data, everything.state, lang));
    }
    expect(new URL(wholePath(few), site).search).toBe('?top=all');
  });

  it('lists every record that is counted or left out, and finds the place of each row', async () => {
    const answer = await ask(chart, '');
    const list = recordsBehind(answer);
    const { basis, leftOut } = answer.data;
    expect(list).toHaveLength(basis.flat().length + leftOut.flatMap(({ records }) => records).length);
    for (const at of basis.keys()) {
      const { searchParams, hash } = new URL(placeOfRow(answer, at), site);
      const first = list.findIndex(({ row }) => row === at);
      if (first === -1) continue;
      expect(hash).toBe(`#row-${at}`);
      expect(Math.floor(first / recordsOnPage) + 1).toBe(Number(searchParams.get('page') ?? 1));
    }
  });

  it('sorts picture, table and files alike, and fades what is not highlighted', async () => {
    const plain = await ask(chart, '');
    const column = chart.columns(plain.state).find(({ kind }) => kind === 'number')?.key ?? '';
    const sorted = await ask(chart, `order=${column}-asc`);
    const at = tableOf(sorted, 'zh').columns.findIndex(({ key }) => key === column);
    const values = tableOf(sorted, 'zh').rows.map((row) => row[at]?.value);
    const numbers = values.filter((value): value is number => typeof value === 'number');
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(values.slice(numbers.length).every((value) => value === null)).toBe(true);
    expect((await ask(chart, 'order=nonsense-asc')).problems).toMatchObject([{ parameter: 'order' }]);

    const option = plain.options.highlight?.find(
      ({ value }) =>
        chart.highlight && plain.data.rows.some((row) => chart.highlight?.of(row, plain.state) === value),
    );
    if (!option) return;
    const raised = await ask(chart, `highlight=${option.value}`);
    const { svg } = await draw(
      taskOf(raised, { lang: 'zh', theme: 'light', width: 700, height: null, scale: null }, site),
    );
    for (const mark of svgOf(svg).querySelectorAll('[data-row]')) {
      const row = raised.data.rows[Number(mark.getAttribute('data-row'))];
      const own = chart.highlight?.of(row, raised.state) === option.value;
      expect(mark.getAttribute('opacity')).toBe(own ? null : '0.25');
    }
    expect(descriptionOf(raised, 'en')).toContain('Highlighted: ');
  });

  it('draws the same bytes for the same question', async () => {
    const task = taskOf(
      await ask(chart, ''),
      { lang: 'zh', theme: 'light', width: 960, height: null, scale: 2 },
      site,
    );
    const [first, second] = [await draw(task), await draw(task)];
    expect(second.svg).toBe(first.svg);
    expect(Buffer.from(second.png ?? []).equals(Buffer.from(first.png ?? []))).toBe(true);
    expect(first.png?.length).toBeGreaterThan(5000);
  });

  it('gives files, and names the parameter that was wrong', async () => {
    const file = (query: string) => chartFile(chart, 'svg', new URLSearchParams(query), readFacts, site);
    expect(await file('lang=en&theme=dark&width=640')).toMatchObject({
      file: { name: `${chart.slug}-edition-1.svg` },
    });
    expect(await file('width=99999')).toMatchObject({ problems: [{ parameter: 'width', value: '99999' }] });
    expect(await file('langg=red')).toMatchObject({ problems: [{ parameter: 'langg' }] });
  });
});
