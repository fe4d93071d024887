import type { Lang } from '@/domain/bilingual';
import { evidenceKinds } from '@/domain/evidence';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { EvidenceGlyph } from './evidence-glyph';

/** Edition, method, sources, people, licence, how to cite, and the key to the source marks. */
export function SiteFooter({ lang, edition }: { lang: Lang; edition?: number }) {
  const words = site[lang];
  return (
    <footer className="site-footer">
      <div className="wide">
        <div>
          <p className="footer-name">{words.name}</p>
          <p>{words.tagline}</p>
          {edition === undefined ? null : (
            <p className="footer-edition">
              <strong className="tabular">{words.edition(edition)}</strong> · {words.editionNote}
            </p>
          )}
        </div>
        <nav aria-label={words.footerAbout}>
          <h2>{words.footerAbout}</h2>
          <ul>
            <li>
              <a href={href(lang, '/method')}>{words.method}</a>
            </li>
            <li>
              <a href={href(lang, '/sources')}>{words.sources}</a>
            </li>
            <li>
              <a href={href(lang, '/doubts')}>{words.doubts}</a>
            </li>
            <li>
              <a href={href(lang, '/people')}>{words.people}</a>
            </li>
            <li>
              <a href={href(lang, '/changes')}>{words.changes}</a>
            </li>
          </ul>
        </nav>
        <nav aria-label={words.footerUse}>
          <h2>{words.footerUse}</h2>
          <ul>
            <li>
              <a href={href(lang, '/method#cite')}>{words.cite}</a>
            </li>
            <li>
              <a href={href(lang, '/method#licence')}>{words.licence}</a>
            </li>
            <li>
              <a href={href(lang, '/data')}>{words.data}</a>
            </li>
            <li>
              <a href={href(lang, '/search')}>{words.search}</a>
            </li>
            <li>
              <a href={href(lang, '/editor')} rel="nofollow">
                {words.editor}
              </a>
            </li>
          </ul>
        </nav>
        <div>
          <h2>{words.footerLegend}</h2>
          <ul className="evidence-key">
            {evidenceKinds.map((kind) => (
              <li key={kind}>
                <EvidenceGlyph kind={kind} />
                {evidenceWords[lang][kind]}
              </li>
            ))}
            <li>
              <EvidenceGlyph kind="claimed" seen={false} />
              {evidenceWords[lang].unseen}
            </li>
            <li>
              <EvidenceGlyph kind="claimed" secondHand="digest" />
              {evidenceWords[lang].secondHand}
            </li>
            <li>
              <EvidenceGlyph kind="claimed" doubt />
              {evidenceWords[lang].doubted}
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
