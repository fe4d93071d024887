import { type Comparison, comparePath } from '@/compare/comparison';
import { compareFormats } from '@/compare/file';
import { headingOf } from '@/compare/finding';
import { writeComparison } from '@/compare/state';
import { subjectKinds } from '@/compare/subject-kinds';
import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import { frameCode } from '../../embed-code';
import { CopyButton } from '../charts/[slug]/copy-button';
import { ShareField } from '../charts/[slug]/share-field';
import '../charts/chart.css';

/** Spreadsheets read Chinese in a CSV only behind a byte order mark. */
function withMark(file: string): string {
  return file.includes('.csv') ? `${file}${file.includes('?') ? '&' : '?'}bom=1` : file;
}

/** Files, link, short and pinned links, and the embed code of a comparison. Works without JavaScript. */
export function ComparisonSharing({ lang, comparison }: { lang: Lang; comparison: Comparison }) {
  const { state } = comparison;
  const kind = subjectKinds[state.kind];
  const words = sharingWords[lang];
  const url = publicUrl() + href(lang, comparePath(state));
  const code = frameCode(
    publicUrl() + href(lang, `/embed${comparePath(state)}`),
    headingOf(comparison, lang),
    720,
  );
  const copy = { copy: words.copy, copied: words.copied, notCopied: words.notCopied };
  return (
    <>
      <p className="small-links mb-3">
        {compareWords[lang].download}
        {compareFormats.map((format) => (
          <a key={format} href={href(lang, withMark(comparePath(state, `.${format}`)))}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <details className="share-panel" id="share">
        <summary className="button">{words.share}</summary>
        <div className="share-body">
          <div className="share-column">
            <ShareField id="share-link" label={words.link} note={compareWords[lang].linkNote} text={url}>
              <CopyButton from="share-link" words={copy} />
            </ShareField>
            <form method="post" action="/api/shares" className="share-forms">
              <input type="hidden" name="path" value={kind.path} />
              <input type="hidden" name="query" value={writeComparison(kind, state)} />
              <input type="hidden" name="lang" value={lang} />
              <button type="submit" className="button" name="kind" value="live">
                {words.shortLink}
              </button>
              <button type="submit" className="button" name="kind" value="pinned">
                {words.pinLink}
              </button>
              <span className="share-note">{compareWords[lang].pinNote}</span>
            </form>
            <ShareField id="share-embed" label={words.embed} text={code}>
              <CopyButton from="share-embed" words={copy} />
            </ShareField>
          </div>
        </div>
      </details>
    </>
  );
}
