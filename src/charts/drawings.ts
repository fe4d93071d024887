import type { AnyDrawing } from './engine/drawing';

/** The drawing of a chart: `drawing.ts` in its folder. Apart from its definition, so that a browser loads nothing else. */
export async function loadDrawing(chart: string): Promise<AnyDrawing> {
  const { drawing } = await import(`./${chart}/drawing.ts`);
  return drawing;
}
