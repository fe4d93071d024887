import { expect, it } from 'vitest';
import { textWidth } from '@/pictures/text-width';
import { labelLines } from './row-label';
import { type BarSection, laySections, sectionLabelLines } from './sections-layout';
import { lineHeight, type } from './type';

const row = (label: string, floor: number, text: string) => ({
  index: 0,
  key: label,
  label,
  floor,
  ceiling: floor,
  text,
  colour: null,
});
const sections: BarSection<null>[] = [
  {
    key: 'a',
    title: 'Dense FP16 performance of an accelerator',
    most: 2517,
    rows: [row('AMD Instinct MI355X, 12 Jun 2025', 2517, '2,517 TFLOPS (projection)'), row('NVIDIA', 9, '9')],
  },
  {
    key: 'b',
    title: 'American businesses that pay for a lab’s models',
    most: 35,
    rows: [row('Beijing Academy of Artificial Intelligence, Apr 2026', 34.4, '34.4%')],
  },
];

it.each([240, 272, 320, 600, 900])('keeps labels in their rows and titles in the width: %i', (width) => {
  const { titles, rows, label } = laySections(sections, width);
  const all = sections.flatMap((each) => each.rows);
  for (const [at, { y, height, labelMiddle, section }] of rows.entries()) {
    const lines = labelLines(all[at]?.label ?? '', label - 10, type.label, sectionLabelLines);
    const half = (lines.length * type.label * lineHeight) / 2;
    expect(labelMiddle - half).toBeGreaterThanOrEqual(0);
    expect(labelMiddle + half).toBeLessThanOrEqual(height);
    const title = titles[section];
    const end = (title?.y ?? 0) + 14 + ((title?.lines.length ?? 1) - 1) * type.label * lineHeight;
    expect(y + labelMiddle - half).toBeGreaterThan(end);
  }
  for (const { lines } of titles)
    for (const line of lines) expect(textWidth(line, type.label)).toBeLessThanOrEqual(width);
});
