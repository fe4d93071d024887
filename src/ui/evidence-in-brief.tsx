import type { Lang } from '@/domain/bilingual';
import { type Evidence, secondHandOf, surestKind } from '@/domain/evidence';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { sourceName } from '@/i18n/source-byline';
import { EvidenceGlyph } from './evidence-glyph';

/** Sources that are named; the record's own page has all. */
const mostNamed = 4;

type Props = {
  lang: Lang;
  /** The statements, source by source. */
  sources: readonly (readonly Evidence[])[];
  /** The page that says all of it, without the language. */
  inFull: string;
};

/** Who says so, in a line each, the doubtful first, and the way to what exactly they say. Spans only, as in the whole note. */
export function EvidenceInBrief({ lang, sources, inFull }: Props) {
  const words = evidenceWords[lang];
  const doubted = (statements: readonly Evidence[]) => statements.some(({ doubt }) => doubt !== null);
  const named = [...sources.filter(doubted), ...sources.filter((each) => !doubted(each))].slice(0, mostNamed);
  return (
    <>
      {named.map((statements) => {
        const [first] = statements;
        const kind = surestKind(statements);
        if (!first || kind === null) return null;
        const doubt = doubted(statements);
        return (
          <span key={first.source.slug} className="evidence-brief">
            <EvidenceGlyph
              kind={kind}
              seen={statements.some(({ seen }) => seen)}
              doubt={doubt}
              secondHand={secondHandOf(statements)}
            />
            <span>
              <a href={href(lang, `/sources/${first.source.slug}`)}>{sourceName(first.source, lang)}</a>
              {` ${first.source.published ?? words.noDate}${doubt ? ` · ${words.doubted}` : ''}`}
            </span>
          </span>
        );
      })}
      {sources.length > named.length ? words.moreSources(sources.length - named.length) : null}
      <span className="evidence-links">
        <a href={href(lang, inFull)}>{words.inFull}</a>
      </span>
    </>
  );
}
