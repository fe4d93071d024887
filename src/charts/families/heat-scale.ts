import { type HeatStep, heat } from '@/domain/palette';
import type { LegendItem } from '../engine/definition';

const labels = ['1', '2', '3', '4', '5–7', '8+'];

/** The step of the scale for a number of models: one step a model up to four, then wider. None for none. */
export function heatStepOf(models: number): HeatStep | undefined {
  return heat[models <= 4 ? models - 1 : models <= 7 ? 4 : 5];
}

/** The scale as a legend. */
export function heatLegend(): LegendItem[] {
  return heat.map((step, at) => {
    const label = labels[at] ?? '';
    const both = at === 0 ? { zh: `${label} 个模型`, en: `${label} model` } : { zh: label, en: label };
    return { label: both, colour: step.fill, mark: 'cell' };
  });
}
