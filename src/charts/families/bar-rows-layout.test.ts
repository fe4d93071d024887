import { describe, expect, it } from 'vitest';
import { type Bar, type BarContent, layBars, placeTicks } from './bar-rows-layout';

const bar = (value: number, text: string, open = false): Bar<string> => ({
  pieces: [{ column: 'floor', value, colour: 'blue' }],
  ceiling: null,
  open,
  text,
});
const panel = { title: '金额', ticks: [0, 50, 100], tick: String, share: 1 };
const content = (values: number[], text: string): BarContent<string> => ({
  panels: [panel],
  rows: values.map((value, at) => ({
    key: String(at),
    label: '某某公司',
    bars: [bar(value, text)],
    caption: text,
  })),
});

describe('rows of bars', () => {
  it('puts words beside the bar where they fit, below it where they do not', () => {
    const long = '至少 107.2亿元，至多 179.1亿元，另有 1 笔未披露';
    const wide = layBars(content([100, 10], long), 900);
    expect(wide.rows.map((row) => row.words[0]?.beside)).toEqual([true, true]);
    const narrow = layBars(content([100, 10], long), 340);
    expect(narrow.rows.map((row) => row.words[0]?.beside)).toEqual([false, false]);
    expect(narrow.height).toBeGreaterThan(wide.height);
  });

  it('shows the first panel alone where there is little room, with the words of all', () => {
    const two: BarContent<string> = {
      panels: [panel, panel],
      rows: [{ key: 'a', label: '甲', bars: [bar(1, 'one'), bar(2, 'two')], caption: 'one, two' }],
    };
    expect(layBars(two, 800).panels).toHaveLength(2);
    const narrow = layBars(two, 360);
    expect(narrow.panels).toHaveLength(1);
    expect(narrow.rows[0]?.words).toEqual([{ beside: true, lines: ['one, two'] }]);
  });

  it('drops the text of a tick that would run into the next one, never the last', () => {
    const crowded = { ...panel, ticks: [0, 10, 20, 30], tick: (value: number) => `CN¥${value}B` };
    const texts = placeTicks(crowded, { x: 100, width: 120, scale: 100 }).map((tick) => tick.text);
    expect(texts.at(-1)).toBe('CN¥30B');
    expect(texts.filter((text) => text === '')).not.toEqual([]);
  });
});
