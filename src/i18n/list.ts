import type { Lang } from '@/domain/bilingual';
import { marks } from './marks';

/** Joins names into a phrase: 百度、阿里巴巴、腾讯 / Baidu, Alibaba and Tencent. */
export function joinList(lang: Lang, items: readonly string[]): string {
  if (lang === 'zh') return items.join('、');
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Joins sentences into a paragraph; empty ones are none. */
export function joinSentences(lang: Lang, sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(marks[lang].gap);
}
