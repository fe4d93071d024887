import type { AnyDrawing } from './engine/drawing';

/** The drawing of a chart: `drawing.ts` in its folder. Loaded when it is drawn, as Recharts weighs much. */
export async function loadDrawing(chart: string): Promise<AnyDrawing> {
  const { drawing } = await import(`./${chart}/drawing.ts`);
  return drawing;
}
