import { choice, flag } from './parameters';

/** The language of a file. */
export const fileLanguage = choice(
  { zh: '语言', en: 'Language' },
  [
    { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
    { value: 'en', label: { zh: '英文', en: 'English' } },
  ],
  'zh',
);

/** Does a CSV begin with a byte order mark, by which spreadsheets know its encoding? */
export const byteOrderMark = flag({ zh: '字节序标记', en: 'Byte order mark' }, false);
