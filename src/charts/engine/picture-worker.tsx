import '@/pictures/browser-window';
import { drawContent } from '@/pictures/draw';
import { drawStatic } from '@/pictures/draw-static';
import { drawPng } from '@/pictures/png';
import { needsWindow, views } from '../views';
import { fadedOpacity } from './faded';
import { fitPlot, frameAround } from './frame';
import { paintFor } from './paint';
import type { Picture, PictureTask } from './picture-task';

/** The picture worker's only entry: one task, one picture. Same task, same bytes. */
export default async function drawPicture(task: PictureTask): Promise<Picture> {
  const load = Object.hasOwn(views, task.chart) ? views[task.chart] : undefined;
  if (!load) throw new Error(`No view for the chart "${task.chart}".`);
  const view = await load();
  const { Draw } = view;
  const paint = paintFor(task.theme);
  const plot = fitPlot(task, (width) =>
    task.rows.length === 0 ? 80 : view.height(task.rows, task.state, width),
  );
  const draw = needsWindow(task.chart) ? drawContent : drawStatic;
  const content =
    task.rows.length === 0 || task.measure
      ? ''
      : faded(
          await draw(
            <Draw
              rows={task.rows}
              state={task.state}
              lang={task.lang}
              width={plot.width}
              height={plot.height}
              paint={paint}
              id={task.id}
              interactive={false}
            />,
            task.id,
          ),
          task.faded,
        );
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
