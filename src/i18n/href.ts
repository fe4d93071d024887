import type { Lang } from '@/domain/bilingual';

/**
 * The public address of a page in a language. `path` starts with a slash, has no language prefix, and may carry a
 * query and a fragment: `href('en', '/vendors?layer=model')` is `/en/vendors?layer=model`; Chinese has no prefix.
 * Anything that is not such a path (a fragment, another site) comes back unchanged.
 */
export function href(lang: Lang, path: string): string {
  if (lang === 'zh' || !path.startsWith('/') || path.startsWith('//')) return path;
  const [, name = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(path) ?? [];
  return name === '' ? `/en${rest}` : `/en/${name}${rest}`;
}

/** The same page in the other language, from its public address: `/en/models?x=1` ↔ `/models?x=1`. */
export function otherLanguage(path: string): string {
  const english = /^\/en(?=$|[/?#])(.*)$/s.exec(path);
  if (!english) return href('en', path);
  const rest = english[1] ?? '';
  return rest.startsWith('/') ? rest : `/${rest}`;
}
