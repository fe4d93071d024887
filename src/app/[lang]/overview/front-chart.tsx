import { ChartLegend } from '@/app/[lang]/charts/chart-legend';
import { ChartPicture } from '@/app/[lang]/charts/chart-picture';
import { type Answer, chartPath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { ChartFrame } from '@/ui/chart-frame';
import '@/app/[lang]/charts/chart.css';

/** One chart of the gallery, with its finding. */
export function FrontChart({ lang, answer }: { lang: Lang; answer: Answer }) {
  const { chart, state, data } = answer;
  return (
    <div className="overview-chart">
      <ChartFrame
        lang={lang}
        id={chart.slug}
        title={chart.question(state)[lang]}
        link={href(lang, chartPath(answer))}
        controls={<ChartLegend lang={lang} items={chart.legend(data.rows, state)} />}
        picture={<ChartPicture lang={lang} answer={answer} sizes={['narrow', 'medium']} />}
        finding={findingOf(answer, lang)}
        source={chartWords[lang].sourceCount(answer.sourceCount)}
      />
    </div>
  );
}
