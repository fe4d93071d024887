import { type Answer, filePath } from '@/charts/engine/answer';
import { fileFormats } from '@/charts/engine/file-format';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';

/** The chart as files, in the language and state of the page. */
export function Downloads({ lang, answer }: { lang: Lang; answer: Answer }) {
  const words = chartWords[lang];
  return (
    <p className="chart-downloads">
      {words.download}
      {fileFormats.map((format) => (
        <a
          key={format}
          href={href(lang, filePath(answer, format, format === 'csv' ? ['bom=1'] : []))}
          download={format === 'csv' || format === 'zip' ? '' : undefined}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
