import type { Lang } from '@/domain/bilingual';

/** The language of this page. */
export const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
