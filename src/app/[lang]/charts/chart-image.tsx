import { type Answer, filePath } from '@/charts/engine/answer';
import type { Lang } from '@/domain/bilingual';
import type { Theme } from '@/domain/palette';
import { href } from '@/i18n/href';

type Props = {
  lang: Lang;
  answer: Pick<Answer, 'chart' | 'query' | 'edition'>;
  width: number;
  height: number;
  /** The height that is asked for; left out: as high as the rows need, which is `height`. */
  fitted?: boolean;
};

const themes: readonly Theme[] = ['light', 'dark'];

/**
 * The plot of a chart as files, one for light and one for dark pages, of which the style sheet shows one; the browser
 * asks for it when it comes near. For pages that would be too heavy with the pictures inside.
 */
export function ChartImage({ lang, answer, width, height, fitted = false }: Props) {
  return themes.map((theme) => (
    <img
      key={theme}
      className="chart-image"
      data-for={theme}
      src={href(
        lang,
        filePath(answer, 'svg', [
          'frame=0',
          ...(fitted ? [`height=${height}`] : []),
          `theme=${theme}`,
          `width=${width}`,
        ]),
      )}
      width={width}
      height={Math.round(height)}
      alt=""
      loading="lazy"
      decoding="async"
    />
  ));
}
