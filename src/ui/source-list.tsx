import type { Lang } from '@/domain/bilingual';
import { bySource, type Evidence, surestKind } from '@/domain/evidence';
import { readThrough } from '@/domain/source-via';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { sourceByline } from '@/i18n/source-byline';
import { EvidenceGlyph } from './evidence-glyph';

/** The sources behind a page, each once, with all places in it that are cited. */
export function SourceList({ lang, evidence }: { lang: Lang; evidence: readonly Evidence[] }) {
  const words = evidenceWords[lang];
  return (
    <ul className="max-w-text text-table">
      {bySource(evidence).map((statements) => {
        const [first] = statements;
        if (!first) return null;
        const { source } = first;
        const places = [...new Set(statements.flatMap(({ locator }) => locator ?? []))];
        return (
          <li key={source.slug} className="flex gap-2 border-rule border-b py-1.5">
            <span className="pt-1.5">
              <EvidenceGlyph
                kind={surestKind(statements) ?? 'estimated'}
                seen={statements.some(({ seen }) => seen)}
                secondHand={readThrough(source)}
              />
            </span>
            <span>
              <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
              <span className="block text-muted text-small">
                {[
                  sourceByline(source, lang),
                  source.published ?? words.noDate,
                  places.slice(0, 6).join(' · '),
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
