import type { Lang } from '@/domain/bilingual';

/** What stands between parts of a line or a sentence, with the space after it; `list` between names, `gap` between sentences. */
export const marks = {
  zh: { list: '、', comma: '，', semicolon: '；', colon: '：', stop: '。', gap: '' },
  en: { list: ', ', comma: ', ', semicolon: '; ', colon: ': ', stop: '. ', gap: ' ' },
} as const satisfies Record<Lang, unknown>;

/** A language as HTML and HTTP name it. */
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Lang, string>;

/** The other one of the two. */
export const otherLang = (lang: Lang): Lang => (lang === 'zh' ? 'en' : 'zh');

/** Something with more of it in brackets. */
export const withBrackets = (lang: Lang, text: string, more: string): string =>
  lang === 'zh' ? `${text}（${more}）` : `${text} (${more})`;
