import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDrawing } from './drawings';
import { fileParameters } from './engine/file-format';
import { charts, chartsNear, findChart } from './registry';

/** Folders that are no charts: what charts share. */
const rooms = ['engine', 'facts', 'families'];

describe('the registry of charts', () => {
  it('finds a chart by a slug that it had before, and says that it has moved', () => {
    const [first] = charts;
    const renamed = charts.map((chart) =>
      chart === first ? { ...chart, formerSlugs: ['old-name'] } : chart,
    );
    expect(findChart('old-name', renamed)).toMatchObject({ chart: { slug: first?.slug }, moved: true });
    expect(findChart(first?.slug ?? '', renamed)).toMatchObject({ moved: false });
    expect(findChart('constructor')).toBeUndefined();
  });

  it('gives every chart a slug of its own, never used before', () => {
    const slugs = charts.flatMap((chart) => [chart.slug, ...(chart.formerSlugs ?? [])]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('has every folder of a chart: what it answers, its words and its drawing, under its slug', async () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !rooms.includes(entry.name))
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(charts.map(({ slug }) => slug).sort());
    for (const folder of folders) {
      const files = readdirSync(path.join(import.meta.dirname, folder));
      expect(files, folder).toEqual(expect.arrayContaining(['definition.ts', 'drawing.ts', 'words.ts']));
      expect(typeof (await loadDrawing(folder)), folder).toBe('function');
    }
  });

  it('keeps the names that files use for themselves free', () => {
    for (const chart of charts) {
      expect(Object.keys(chart.parameters).filter((name) => Object.hasOwn(fileParameters, name))).toEqual([]);
    }
  });

  it('says what links that were pinned before a limit was there meant by it', () => {
    // Charts that had their limit when the first link to them was pinned.
    const fromTheStart = new Set(
      'models-by-vendor vendors-by-industry releases most-funded investors where value-chain landscape derivation modalities indicator'.split(
        ' ',
      ),
    );
    const silent = charts.filter(
      ({ slug, parameters: { top } }) => top && top.before === undefined && !fromTheStart.has(slug),
    );
    expect(silent.map(({ slug }) => slug)).toEqual([]);
  });

  it('suggests near slugs, or all where none is near', () => {
    expect(chartsNear('model-by-vendor').map((chart) => chart.slug)).toContain('models-by-vendor');
    expect(chartsNear('zzzzzz')).toHaveLength(charts.length);
  });
});
