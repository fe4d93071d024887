import type { Lang } from '@/domain/bilingual';
import { formatPartialDate, looseSpan, type PartialDate } from '@/domain/partial-date';

/** The date as HTML has it for machines: a year, a month or a day. It has no form for quarters and periods: null. */
export function machineDate(date: PartialDate): string | null {
  // The months that a rate was averaged over stand as they are, '2019-01/2019-12': a period, if not in its shortest form.
  const precision = looseSpan(date)?.precision;
  return precision === 'day' || precision === 'month' || precision === 'year' ? date : null;
}

/** A date as far as it is known, for readers in words and for machines in its attribute. */
export function PartialTime({
  lang,
  date,
  className,
}: {
  lang: Lang;
  date: PartialDate;
  className?: string;
}) {
  const machine = machineDate(date);
  const words = formatPartialDate(date, lang);
  return machine === null ? (
    <span className={className}>{words}</span>
  ) : (
    <time dateTime={machine} className={className}>
      {words}
    </time>
  );
}
