import type { Snapshot } from '@/charts/engine/snapshot';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { ChartLegend } from '../../charts/chart-legend';

const sizes = ['narrow', 'medium', 'wide'] as const;

/** Legend and pictures of a pinned chart, as they were. */
export function PinnedFigure({ lang, snapshot }: { lang: Lang; snapshot: Snapshot }) {
  const { description, pictures } = snapshot.shown[lang];
  return (
    <figure className="chart-figure">
      <ChartLegend lang={lang} items={snapshot.legend} />
      {pictures.length === 0 ? (
        <p className="chart-empty">{chartWords[lang].noRows}</p>
      ) : (
        <div className="chart-box" role="img" aria-label={description}>
          {pictures.map((svg, at) => (
            <div
              key={sizes[at]}
              className="chart-size"
              data-size={sizes[at]}
              // Our own markup, drawn when the link was pinned: `svgContent` escaped every text in it.
              dangerouslySetInnerHTML={{ __html: svg }}
            />
          ))}
        </div>
      )}
    </figure>
  );
}
