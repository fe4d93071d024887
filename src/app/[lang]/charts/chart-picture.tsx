import type { Answer } from '@/charts/engine/answer';
import { descriptionOf } from '@/charts/engine/answer-table';
import { drawAnswer, measureAnswer } from '@/charts/engine/draw-answer';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { publicUrl } from '@/linking/public-url';
import { TooManyPictures } from '@/pictures/pool';
import { ChartImage } from './chart-image';

/** Widths at which a page draws its pictures; the style sheet shows the one that fits. */
const pictureWidths = { narrow: 380, medium: 700, wide: 1080 } as const;
export type PictureSize = keyof typeof pictureWidths;

type Props = { lang: Lang; answer: Answer; sizes: readonly PictureSize[] };

/** Characters of pictures that a page holds at most; where there are more, it shows them as files. */
const mostInPage = 150_000;
/** Pictures of more rows than this are not even drawn to see how long they are. */
const mostRows = 120;

/** The picture inside the HTML, drawn on the server; its alternative text states the data. */
export async function ChartPicture({ lang, answer, sizes }: Props) {
  const words = chartWords[lang];
  if (answer.data.rows.length === 0) return <p className="chart-empty">{words.noRows}</p>;
  const drawOrMeasure = answer.data.rows.length > mostRows ? measureAnswer : drawAnswer;
  const drawn = await Promise.allSettled(
    sizes.map((size) =>
      drawOrMeasure(
        answer,
        { lang, theme: 'page', width: pictureWidths[size], height: null, scale: null },
        publicUrl(),
      ),
    ),
  );
  const failed = drawn.find((each) => each.status === 'rejected');
  if (failed) {
    console.error(`The picture of ${answer.chart.slug} could not be drawn:`, failed.reason);
    const busy = failed.reason instanceof TooManyPictures;
    return (
      <p className="chart-empty">
        {/* The next reader of the same edition may be luckier: the front does not keep a page that says so. */}
        <meta name="tracker-keep" content="no" />
        {busy ? words.pictureBusy : words.pictureFailed}
      </p>
    );
  }
  const pictures = drawn.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const heavy =
    drawOrMeasure === measureAnswer || pictures.reduce((sum, { svg }) => sum + svg.length, 0) > mostInPage;
  return (
    <div role="img" aria-label={descriptionOf(answer, lang)}>
      {pictures.map(({ svg, width, height }, at) => {
        const size = sizes.length === 1 ? 'only' : sizes[at];
        return heavy ? (
          <div key={size} className="chart-size" data-size={size}>
            <ChartImage lang={lang} answer={answer} width={width} height={height} />
          </div>
        ) : (
          <div
            key={size}
            className="chart-size"
            data-size={size}
            // Our own markup: `svgContent` escapes every text that stands in it.
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        );
      })}
    </div>
  );
}
