import { type Answer, recordsPath } from '@/charts/engine/answer';
import type { ChartSource } from '@/charts/engine/basis';
import type { Lang } from '@/domain/bilingual';
import { readThrough } from '@/domain/source-via';
import { chartWords } from '@/i18n/charts';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { sourceByline } from '@/i18n/source-byline';
import { EvidenceGlyph } from '@/ui/evidence-glyph';

/** Sources that the page of a chart names; the list of its records names more. */
const mostSources = 15;

/** Where the figures come from: the source behind most records first. */
export function ChartSources({ lang, answer }: { lang: Lang; answer: Answer }) {
  const { sources, sourceCount } = answer;
  return (
    <>
      <SourceEntries lang={lang} sources={sources.slice(0, mostSources)} />
      {sourceCount > mostSources ? (
        <p>
          <a href={href(lang, `${recordsPath(answer)}#sources`)}>
            {chartWords[lang].allSources(sourceCount)}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** Sources of a chart, one a line; also those of a pinned one. */
export function SourceEntries({ lang, sources }: { lang: Lang; sources: readonly ChartSource[] }) {
  const words = chartWords[lang];
  const evidence = evidenceWords[lang];
  return (
    <ul className="chart-sources">
      {sources.map((source) => (
        <li key={source.slug}>
          <EvidenceGlyph kind={source.kind} seen={source.seen} secondHand={readThrough(source)} />
          <span>
            <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
            <small>
              {[
                sourceByline(source, lang),
                source.published,
                evidence[source.kind],
                words.usedBy(source.records),
                source.seen ? null : words.notSeen,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
