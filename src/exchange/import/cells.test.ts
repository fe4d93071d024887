import { describe, expect, it } from 'vitest';
import { countIn, dateIn } from '@/records/reading';
import { isNothing, linkIn, namesIn, plainCell } from './cells';

describe('cells of real tables', () => {
  it('hold dates in every form', () => {
    for (const [written, read] of [
      ['2023年5月6日', '2023-05-06'],
      ['2023/5/6', '2023-05-06'],
      ['2023.5', '2023-05'],
      ['２０２３年１２月', '2023-12'],
      ['2023', '2023'],
      ['2023年', '2023'],
      ['2023年第二季度', '2023-Q2'],
      ['2023Q3', '2023-Q3'],
      ['May 2023', '2023-05'],
      ['6 May 2023', '2023-05-06'],
      ['2023-05-06 10:30', '2023-05-06'],
      ['45052', '2023-05-06'],
      ['soon', null],
      ['2023-13-40', null],
    ])
      expect([written, dateIn(written ?? '')]).toEqual([written, read]);
  });

  it('hold counts with the units of both languages', () => {
    for (const [written, read] of [
      ['7B', 7e9],
      ['1.8万亿', 1.8e12],
      ['130亿', 1.3e10],
      ['13 billion', 1.3e10],
      ['6,500,000,000', 6.5e9],
      ['many', null],
    ] as const)
      expect([written, countIn(written)]).toEqual([written, read]);
  });

  it('hold several names, with links or without', () => {
    expect(namesIn('[文心](https://a.example/x)、[一言](https://b.example)')).toEqual([
      { name: '文心', url: 'https://a.example/x' },
      { name: '一言', url: 'https://b.example' },
    ]);
    expect(namesIn('盘古；曦灵\n灵犀').map(({ name }) => name)).toEqual(['盘古', '曦灵', '灵犀']);
    expect(plainCell('**[盘古](https://x.example)** 大模型<br>')).toBe('盘古 大模型');
    expect(linkIn('见 https://x.example/a。')).toBe('https://x.example/a');
  });

  it('say nothing in many ways', () => {
    for (const nothing of ['', '—', '-', 'N/A', '不详', '暂无']) expect(isNothing(nothing)).toBe(true);
    for (const something of ['0', '无人机', 'none of them']) expect(isNothing(something)).toBe(false);
  });
});
