import type { ReactNode } from 'react';
import type { Answer } from '@/charts/engine/answer';
import { packRows } from '@/charts/engine/packed-rows';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';

type Props = {
  lang: Lang;
  answer: Answer;
  /** The picture drawn on the server: what everybody sees until they ask for more. */
  children: ReactNode;
};

/** Characters of rows with which a page can still be called light; beyond them the picture stays a picture. */
const mostInPage = 70_000;

/** A chart's picture with what `browser/chart-stages.ts` needs to put the interactive chart in its place. */
export function ChartStage({ lang, answer, children }: Props) {
  const { chart, state, data, faded } = answer;
  const words = chartWords[lang];
  const staged = JSON.stringify({ packed: packRows(data.rows), state, faded }).replaceAll('<', '\\u003c');
  if (staged.length > mostInPage) return <div className="chart-box">{children}</div>;
  return (
    <div className="chart-stage" data-chart={chart.slug}>
      <div className="chart-box">{children}</div>
      <p className="chart-open">
        <button
          type="button"
          className="button"
          title={words.interactiveHint}
          data-close={words.backToPicture}
          data-loading={words.loading}
          data-failed={words.failed}
        >
          {words.interactive}
        </button>
        <span role="status" />
      </p>
      <script type="application/json">{staged}</script>
    </div>
  );
}
