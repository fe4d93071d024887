import type { LeftOut } from '@/charts/definition';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { Disclosure } from '@/ui/disclosure';
import { RecordList } from './basis-note';

/** Records that match and are not in the figures: how many, why, and which. */
export function LeftOutList({ lang, leftOut }: { lang: Lang; leftOut: readonly LeftOut[] }) {
  const words = chartWords[lang];
  if (leftOut.length === 0) return <p>{words.leftOutNone}</p>;
  return (
    <div className="chart-left-out">
      {leftOut.map(({ reason, records, more = 0 }) => (
        <Disclosure
          key={reason.en}
          summary={`${words.records(records.length + more)}${lang === 'zh' ? '：' : ': '}${reason[lang]}`}
        >
          <RecordList lang={lang} records={records} more={more} />
        </Disclosure>
      ))}
    </div>
  );
}
