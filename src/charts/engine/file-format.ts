import { byteOrderMark, fileLanguage } from '@/linking/file-parameters';
import { choice, flag, type StateOf, wholeNumber } from '@/linking/parameters';
import type { FileEnding } from '@/tables/media-types';

/** The files that a chart can be had as. */
export const fileFormats = ['svg', 'png', 'csv', 'xlsx', 'json', 'zip'] as const satisfies FileEnding[];
export type FileFormat = (typeof fileFormats)[number];

/** How a file is wanted, beside the chart's own parameters; no chart may use these names. `height` 0: as rows need. */
export const fileParameters = {
  lang: fileLanguage,
  theme: choice(
    { zh: '主题', en: 'Theme' },
    [
      { value: 'light', label: { zh: '浅色', en: 'Light' } },
      { value: 'dark', label: { zh: '深色', en: 'Dark' } },
    ],
    'light',
  ),
  width: wholeNumber({ zh: '宽（像素）', en: 'Width (pixels)' }, 320, 1600, 960),
  height: wholeNumber({ zh: '高（像素）', en: 'Height (pixels)' }, 0, 1600, 0),
  scale: wholeNumber({ zh: '倍率', en: 'Scale' }, 1, 3, 2),
  frame: flag({ zh: '连同标题和来源', en: 'With title and sources' }, true),
  bom: byteOrderMark,
} as const;
export type FileState = StateOf<typeof fileParameters>;
