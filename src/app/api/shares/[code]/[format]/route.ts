import { answerFile, fileLang, fileSearch, noSuch } from '@/app/file-answer';
import type { Snapshot } from '@/charts/engine/snapshot';
import { compareBody, compareFormats, type FileWish } from '@/compare/file';
import { isComparisonSnapshot, pinnedComparison } from '@/compare/snapshot';
import { findShare } from '@/database/shares';
import { publicUrl } from '@/linking/public-url';
import { drawPng } from '@/pictures/png';
import { asPreview } from '@/pictures/title-card';
import { csvOf } from '@/tables/csv';
import { isOneOf } from '@/tables/media-types';

type Context = { params: Promise<{ code: string; format: string }> };

const formats = ['svg', 'png', 'csv', 'json'] as const;

/** What a pinned link showed, as a file: /s/<code>.svg, .png, .csv, .json; a comparison also as .xlsx and .md. It never changes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code, format } = await params;
  const share = await findShare(code);
  if (!share?.snapshot) return noSuch('code', code, 'the code of a pinned link');
  const comparison = isComparisonSnapshot(share.snapshot) ? pinnedComparison(share.snapshot) : null;
  const search = fileSearch(request);
  const dark = search.get('theme') === 'dark';
  const wish = { lang: fileLang(search), dark, bom: true, preview: search.get('preview') === '1' };
  if (comparison) {
    if (!isOneOf(compareFormats, format)) return noSuch('format', format, compareFormats.join(', '));
    return answerFile(`The pinned comparison ${code}`, format, async () => ({
      file: { body: await compareBody(comparison, format, wish, publicUrl()) },
    }));
  }
  if (!isOneOf(formats, format)) return noSuch('format', format, formats.join(', '));
  return answerFile(`The pinned chart ${code}`, format, async () => ({
    file: { body: await bodyOf(share.snapshot as Snapshot, format, wish) },
  }));
}

async function bodyOf(
  snapshot: Snapshot,
  format: (typeof formats)[number],
  { lang, dark, preview }: FileWish,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const shown = snapshot.shown[lang];
  const svg = dark ? shown.dark : shown.light;
  if (format === 'svg') return svg;
  if (format === 'png') return preview ? drawPng(asPreview(svg), 1) : drawPng(svg, 2);
  if (format === 'csv') return csvOf(shown.table, lang, true);
  const { pictures: _, light: _light, dark: _dark, ...told } = shown;
  const { shown: _shown, ...rest } = snapshot;
  return JSON.stringify({ ...rest, ...told, language: lang }, null, 1);
}
