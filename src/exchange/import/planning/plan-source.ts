import { folded } from '@/database/name-forms';
import { linkIn } from '../cells/plain-cell';
import type { RowPlan, RowTools } from './row-plan';
import type { RowReader } from './row-reader';

/** Reads a source. */
export function sourceOf({ reader, needed }: RowTools): RowPlan {
  const title = reader.text('title');
  if (title === '') reader.refuse('title', '', { zh: '没有标题', en: 'There is no title.' });
  const cell = reader.at('url');
  const url = linkIn(cell) ?? linkIn(reader.at('title'));
  if (cell !== '' && linkIn(cell) === null)
    reader.warn('url', cell, { zh: '这不是网址', en: 'This is no web address.' });
  const { known } = needed;
  const slug =
    (url === null ? undefined : known.sourcesByUrl.get(url)) ??
    known.sourcesByTitle.get(folded(title)) ??
    needed.slug(reader, title);
  if (url !== null) known.sourcesByUrl.set(url, slug);
  known.sourcesByTitle.set(folded(title), slug);
  return {
    name: title,
    slug,
    payload: {
      title,
      publisher: reader.text('publisher') || null,
      url,
      language: languageOf(reader, title),
      published: reader.date('published'),
      note: reader.words('note'),
    },
  };
}

function languageOf(reader: RowReader, title: string): 'zh' | 'en' {
  const language = reader.text('language').toLowerCase();
  if (/^en|英/.test(language)) return 'en';
  if (/^zh|中|汉|chinese/.test(language)) return 'zh';
  if (language !== '')
    reader.warn('language', language, {
      zh: '这里只分中文和英文，按标题判断',
      en: 'Only Chinese and English are told apart here; the title decided.',
    });
  return /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
}
