import { type Answer, filePath } from '@/charts/answer';
import { fileFormats } from '@/charts/file-format';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';

/** The chart as files, in the language and state of the page. */
export function Downloads({ lang, answer }: { lang: Lang; answer: Answer }) {
  const words = chartWords[lang];
  const extra = lang === 'zh' ? [] : ['lang=en'];
  return (
    <p className="chart-downloads">
      {words.download}
      {fileFormats.map((format) => (
        <a
          key={format}
          href={filePath(answer, format, format === 'csv' ? [...extra, 'bom=1'] : extra)}
          download={format === 'csv' ? '' : undefined}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
