import '@/pictures/browser-window';
import { drawContent } from '@/pictures/draw';
import { drawStatic } from '@/pictures/draw-static';
import { drawPng } from '@/pictures/png';
import { loadDrawing } from '../drawings';
import { heightOf } from './drawing';
import { fadedOpacity } from './faded';
import { fitPlot, frameAround } from './frame';
import { paintFor } from './paint';
import type { Picture, PictureTask } from './picture-task';

/** The picture worker's only entry: one task, one picture. Same task, same bytes. */
export default async function drawPicture(task: PictureTask): Promise<Picture> {
  const { rows, state, lang } = task;
  const empty = rows.length === 0;
  const drawing = await loadDrawing(task.chart);
  const paint = paintFor(task.theme);
  const plot = fitPlot(task, (width) => (empty ? 80 : heightOf(drawing, { rows, state, width })));
  const canvas = { width: plot.width, height: plot.height, paint, id: task.id };
  const drawn = async () => {
    const scene = drawing({ rows, state, lang, width: plot.width });
    const draw = scene.needsWindow ? drawContent : drawStatic;
    return faded(await draw(scene.draw(canvas), task.id), task.faded);
  };
  const content = empty || task.measure ? '' : await drawn();
  const { svg, width, height } = frameAround(task, plot, content, paint);
  return {
    svg: task.measure ? '' : svg,
    width,
    height,
    png: task.scale === null ? null : await drawPng(svg, boundedScale(task.scale, width * height)),
  };
}

/** Marks of rows that step back get paler, whatever drew them. */
function faded(content: string, rows: readonly number[]): string {
  if (rows.length === 0) return content;
  return content.replace(/ data-row="(\d+)"/g, (attribute, row) =>
    rows.includes(Number(row)) ? `${attribute} opacity="${fadedOpacity}"` : attribute,
  );
}

/** A PNG has no more pixels than this, however many rows it shows: 24 million take about 100 MB to draw. */
const mostPixels = 24e6;

function boundedScale(scale: number, area: number): number {
  return Math.min(scale, Math.sqrt(mostPixels / area));
}
