import { choice, flag, type StateOf } from '@/linking/parameters';

export const parameters = {
  projection: flag({ zh: '显示预测', en: 'Show the projection' }, true),
  axis: choice(
    { zh: '刻度', en: 'Scale' },
    [
      { value: 'log', label: { zh: '对数', en: 'Logarithmic' } },
      { value: 'linear', label: { zh: '线性', en: 'Linear' } },
    ],
    'log',
  ),
} as const;
export type State = StateOf<typeof parameters>;
