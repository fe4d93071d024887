import { expect, it } from 'vitest';
import { citationOf } from './citation';

const chart = {
  title: '哪些厂商的模型最多？',
  edition: 3,
  day: '2026-11-23',
  url: 'https://landscape.example/charts/models-by-vendor?vendors=baidu~huawei',
};

it('writes GB/T 7714 with medium, edition, both dates and the whole address', () => {
  expect(citationOf('gbt7714', chart, 'zh')).toBe(
    '大模型产业图谱. 哪些厂商的模型最多？[DB/OL]. 第 3 版. (2026-11-23)[2026-11-23]. https://landscape.example/charts/models-by-vendor?vendors=baidu~huawei.',
  );
});

it('does not put a full stop behind a question in APA', () => {
  expect(citationOf('apa', { ...chart, title: 'Who leads?' }, 'en')).toContain('Who leads? (Edition 3)');
  expect(citationOf('apa', { ...chart, title: 'Leaders' }, 'en')).toContain('Leaders. (Edition 3)');
});

it('gives BibTeX a key that no other chart of the edition has', () => {
  expect(citationOf('bibtex', chart, 'zh')).toMatch(/^@misc\{ai-landscape-3-models-by-vendor,\n/);
});

it('cites the data set as a whole', () => {
  const whole = { ...chart, title: null, url: 'https://landscape.example/en' };
  expect(citationOf('plain', whole, 'en')).toBe(
    'AI Landscape, Edition 3, 2026-11-23, https://landscape.example/en',
  );
  expect(citationOf('gbt7714', whole, 'en')).toMatch(/^AI Landscape\[DB\/OL\]\. Edition 3\./);
});
