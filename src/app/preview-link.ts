import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret } from '@/accounts/secret';
import { isLang, type Lang } from '@/domain/bilingual';

/** What the preview picture of a page says. */
export interface Preview {
  lang: Lang;
  title: string;
  text: string;
  /** The edition that the page was made from: another edition is another address, because chats keep pictures by it. */
  edition: number;
}

/** Characters of the sentence below the title that fit onto the picture. */
const longestText = 160;
const longestTitle = 120;

// The words stand in the address, so the address is signed: nobody else's words get a picture at ours.
async function keyOf({ lang, title, text, edition }: Preview): Promise<string> {
  const message = JSON.stringify(['preview', lang, title, text, edition]);
  return createHmac('sha256', await authSecret())
    .update(message)
    .digest('base64url')
    .slice(0, 22);
}

const cut = (text: string, most: number) => [...text].slice(0, most).join('');

/** The address of a page's preview picture, without the site. */
export async function previewLink(preview: Preview): Promise<string> {
  const told = {
    ...preview,
    title: cut(preview.title, longestTitle),
    text: cut(preview.text, longestText),
  };
  const query = new URLSearchParams({
    lang: told.lang,
    title: told.title,
    text: told.text,
    edition: String(told.edition),
    key: await keyOf(told),
  });
  return `/preview.png?${query}`;
}

/** What a preview's address says; null for one that was not made here. */
export async function readPreview(search: URLSearchParams): Promise<Preview | null> {
  const lang = search.get('lang') ?? '';
  const edition = Number(search.get('edition'));
  if (!isLang(lang) || !Number.isSafeInteger(edition)) return null;
  const preview = { lang, edition, title: search.get('title') ?? '', text: search.get('text') ?? '' };
  const wanted = Buffer.from(await keyOf(preview));
  const given = Buffer.from(search.get('key') ?? '');
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? preview : null;
}
