import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowContent, flowHead, layFlow } from './flow-layout';

const key = fc.constantFrom('a', 'b', 'c', 'd');
const flows = fc
  .array(fc.record({ path: fc.tuple(key, key, key), weight: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((rows): FlowContent<string> => {
    const column = (at: number) => ({
      title: '列',
      nodes: [...new Set(rows.map(({ path }) => path[at] ?? ''))].map((each) => ({
        key: each,
        label: `${each} 某某大学自然语言处理与人工智能联合实验室`,
      })),
    });
    return {
      columns: [column(0), column(1), column(2)],
      rows: rows.map((row, index) => ({
        ...row,
        index,
        data: { column: 'models', value: row.weight },
        colour: 'blue',
        hollow: false,
        title: '',
      })),
    };
  });

describe('the layout of a flow', () => {
  it('keeps nodes of a column apart and inside, at any width', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 300, max: 1300 }), (content, width) => {
        const { nodes, height } = layFlow(content, width);
        for (const column of nodes) {
          let free = flowHead;
          for (const node of column) {
            expect(node.y).toBeGreaterThanOrEqual(free - 0.01);
            free = node.y + node.height;
          }
          expect(free).toBeLessThanOrEqual(height + 0.01);
        }
      }),
    );
  });

  it('fills every node with its ribbons, on both sides', () => {
    fc.assert(
      fc.property(flows, (content) => {
        const { nodes, ribbons } = layFlow(content, 800);
        for (const node of nodes[1] ?? []) {
          const through = content.rows.flatMap((row, at) =>
            row.path[1] === node.key ? [ribbons[at] ?? []] : [],
          );
          for (const side of [0, 1]) {
            const width = through.reduce((sum, stretches) => sum + (stretches[side]?.thickness ?? 0), 0);
            expect(width).toBeCloseTo(node.height, 3);
          }
        }
      }),
    );
  });
});
