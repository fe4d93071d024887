import type { ReactNode } from 'react';
import type { Answer } from '@/charts/engine/answer';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { pointsOf } from './chart-points';

type Props = {
  lang: Lang;
  answer: Answer;
  /** The picture that the server drew. */
  children: ReactNode;
};

/** Rows with which a page can still be called light; a picture of more stands in the page as a file, without marks. */
const mostRows = 120;

/** A chart's picture with what its marks tell; `browser/chart-points.ts` lets them answer. */
export function ChartStage({ lang, answer, children }: Props) {
  if (answer.data.rows.length > mostRows) return <div className="chart-box">{children}</div>;
  const points = JSON.stringify(pointsOf(answer, lang)).replaceAll('<', '\\u003c');
  const words = chartWords[lang];
  return (
    <div className="chart-stage">
      <div className="chart-box" data-keys={words.pointing}>
        {children}
      </div>
      <p className="chart-tip" role="status" hidden>
        <span />
        <a href="#data">{words.data}</a>
      </p>
      <script type="application/json">{points}</script>
    </div>
  );
}
