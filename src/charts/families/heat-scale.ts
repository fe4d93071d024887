import { heat, surface } from '@/domain/palette';
import type { LegendItem } from '../engine/definition';

const labels = ['1', '2', '3', '4', '5–7', '8+'];

/** How a number of models fills its cell: one step a model up to four, then wider; none is paper. */
export function heatCell(models: number) {
  const step = heat[models <= 4 ? models - 1 : models <= 7 ? 4 : 5];
  return {
    fill: step?.fill ?? null,
    outline: null,
    ink: step?.text ?? surface.ink,
    text: step ? String(models) : '',
  };
}

/** The scale as a legend. */
export function heatLegend(): LegendItem[] {
  return heat.map((step, at) => {
    const label = labels[at] ?? '';
    const both = at === 0 ? { zh: `${label} 个模型`, en: `${label} model` } : { zh: label, en: label };
    return { label: both, colour: step.fill, mark: 'cell' };
  });
}
