import { type Answer, statePath } from '@/charts/engine/answer';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';

/** Height of an embed before its own page says how high it is, in pixels. */
export const embedHeight = 520;

/** Escapes a text for an HTML attribute or text. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What another site puts into its page: a frame, and a small script that keeps its height right. */
export function embedCode(
  lang: Lang,
  answer: Pick<Answer, 'chart' | 'query' | 'state'>,
  height = embedHeight,
): string {
  const url = publicUrl() + href(lang, `/embed${statePath(answer)}`);
  return frameCode(url, answer.chart.question(answer.state)[lang], height);
}

/** A frame around a page of ours, and the script that keeps its height right. */
export function frameCode(url: string, title: string, height: number): string {
  return (
    `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy" data-ai-landscape></iframe>` +
    `<script src="${escapeHtml(publicUrl())}/embed.js" async></script>`
  );
}

/** Where programs of other sites ask how to show a page of ours, as its head names it. `url`: full. */
export function oembedTypes(url: string): Record<string, string> {
  const asked = `/oembed?url=${encodeURIComponent(url)}`;
  return { 'application/json+oembed': `${asked}&format=json`, 'text/xml+oembed': `${asked}&format=xml` };
}

/** Tells the page around the frame how high this one is, at first and whenever it changes. */
export const embedHeightScript = `(function(){var m=document.querySelector('main'),told;function tell(){var h=Math.ceil(m.getBoundingClientRect().bottom+scrollY)+parseFloat(getComputedStyle(m).marginBottom||0);if(h!==told)parent.postMessage({aiLandscapeHeight:told=h},'*')}
new ResizeObserver(tell).observe(m);addEventListener('load',tell)})()`;
