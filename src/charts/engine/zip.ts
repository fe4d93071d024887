import { strToU8, zipSync } from 'fflate';
import { languages } from '@/domain/bilingual';
import { archiveReadme } from '@/i18n/charts';
import { csvOf } from '@/tables/csv';
import { type Answer, chartPath } from './answer';
import { tableOf } from './answer-table';
import { drawAnswer } from './draw-answer';
import { findingOf } from './finding';
import { jsonOf } from './json';

/** All files of a chart in both languages, with a README. The same answer gives the same bytes. */
export async function zipOf(answer: Answer, site: string): Promise<Uint8Array<ArrayBuffer>> {
  const { chart, edition, published } = answer;
  const files: Record<string, Uint8Array> = {};
  for (const lang of languages) {
    const name = `${chart.slug}-${lang}`;
    files[`${name}.csv`] = strToU8(csvOf(tableOf(answer, lang), lang, true));
    files[`${name}.json`] = strToU8(JSON.stringify(jsonOf(answer, lang, site), null, 1));
    const rendering = { lang, theme: 'light' as const, width: 960, height: null };
    const { svg, png } = await drawAnswer(answer, { ...rendering, scale: 2 }, site);
    files[`${name}.svg`] = strToU8(svg);
    if (png) files[`${name}.png`] = png;
    files[`README-${lang}.txt`] = strToU8(
      `\ufeff${archiveReadme[lang]({
        question: chart.question(answer.state)[lang],
        finding: findingOf(answer, lang),
        link: `${site}${lang === 'en' ? '/en' : ''}${chartPath(answer)}`,
        edition,
        day: published?.toISOString().slice(0, 10) ?? '',
      })}`,
    );
  }
  // A fixed time: an archive of the same edition is the same file, whenever it is made.
  return new Uint8Array(zipSync(files, { level: 6, mtime: '1990-01-01T00:00:00Z' }));
}
