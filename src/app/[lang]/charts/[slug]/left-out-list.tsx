import type { Answer } from '@/charts/engine/answer';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { marks } from '@/i18n/marks';
import { Disclosure } from '@/ui/disclosure';
import { RecordList } from './basis-note';
import { placeOfReason } from './chart-records';

/** Records that match and are not in the figures: how many, why, and which. */
export function LeftOutList({ lang, answer }: { lang: Lang; answer: Answer }) {
  const words = chartWords[lang];
  const { leftOut } = answer.data;
  if (leftOut.length === 0) return <p>{words.leftOutNone}</p>;
  return (
    <div className="chart-left-out">
      {leftOut.map(({ reason, records, more = 0 }, at) => (
        <Disclosure
          key={reason.en}
          summary={`${words.records(records.length + more)}${marks[lang].colon}${reason[lang]}`}
        >
          <RecordList lang={lang} records={records} more={more} all={placeOfReason(answer, at)} />
        </Disclosure>
      ))}
    </div>
  );
}
