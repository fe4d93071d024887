import type { Lang } from '@/domain/bilingual';

/** A moment in China's time, to the minute. */
export function shownTime(moment: Date, lang: Lang): string {
  return moment.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
