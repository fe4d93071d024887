import { encode } from 'uqr';
import { embedCode } from '@/app/embed-code';
import { type Answer, chartPath, filePath } from '@/charts/engine/answer';
import { citationOf, citationStyles } from '@/charts/engine/citation';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { citationStyleNames, sharingWords } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import { CopyButton } from './copy-button';
import { ShareField } from './share-field';

/** Link, short and pinned links, picture, files, embed code, QR code, citations. Works without JavaScript. */
export function SharePanel({ lang, answer }: { lang: Lang; answer: Answer }) {
  const words = sharingWords[lang];
  const { chart, state, edition, published, query } = answer;
  const url = publicUrl() + href(lang, chartPath(answer));
  const cited = {
    title: chart.question(state)[lang],
    edition,
    day: published?.toISOString().slice(0, 10) ?? '',
    url,
  };
  const copy = { copy: words.copy, copied: words.copied, notCopied: words.notCopied };
  return (
    <details className="share-panel" id="share">
      <summary className="button">{words.share}</summary>
      <div className="share-body">
        <div className="share-column">
          <ShareField id="share-link" label={words.link} note={words.linkNote} text={url}>
            <CopyButton from="share-link" words={copy} />
            <CopyButton
              picture={href(lang, filePath(answer, 'png'))}
              words={{ ...copy, copy: words.copyPicture }}
            />
          </ShareField>
          <form method="post" action="/api/shares" className="share-forms">
            <input type="hidden" name="path" value={`/charts/${chart.slug}`} />
            <input type="hidden" name="query" value={query} />
            <input type="hidden" name="lang" value={lang} />
            <button type="submit" className="button" name="kind" value="live">
              {words.shortLink}
            </button>
            <button type="submit" className="button" name="kind" value="pinned">
              {words.pinLink}
            </button>
            <span className="share-note">{words.pinNote}</span>
          </form>
          <ShareField id="share-embed" label={words.embed} text={embedCode(lang, answer)}>
            <CopyButton from="share-embed" words={copy} />
          </ShareField>
          <QrCode url={url} label={words.qrFor(url)} />
        </div>
        <div className="share-column">
          {citationStyles.map((style) => {
            const text = citationOf(style, cited, lang);
            return (
              <ShareField
                key={style}
                id={`cite-${style}`}
                label={`${words.cite} · ${citationStyleNames[style][lang]}`}
                text={text}
              >
                <CopyButton from={`cite-${style}`} words={copy} />
              </ShareField>
            );
          })}
        </div>
      </div>
    </details>
  );
}

/** Dark on white in both themes: cameras expect it so. */
function QrCode({ url, label }: { url: string; label: string }) {
  const { data, size } = encode(url, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="share-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
