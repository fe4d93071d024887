import type { Bilingual, Lang } from '@/domain/bilingual';
import { bySource, type Evidence, secondHandOf, surestKind } from '@/domain/evidence';
import { readThrough } from '@/domain/source-via';
import { evidenceWords } from '@/i18n/evidence';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { readPageName, sourceByline, sourceName } from '@/i18n/source-byline';
import { glyphData } from './evidence-glyph';
import { EvidenceInBrief } from './evidence-in-brief';

type Props = {
  lang: Lang;
  /** Every statement about this figure; all are shown, also where they disagree. Empty draws nothing. */
  evidence: readonly Evidence[];
  /** Unique on the page: letters, digits and hyphens, such as `funding-12-amount`. */
  id: string;
  /** The statements contradict each other. */
  disputed?: boolean;
  /**
   * Where the evidence is said in full, without the language: the page of the record. In lists and tables of records the
   * note then names the sources and leads there, so that evidence is said once and a page of many records stays light.
   */
  inFull?: string;
  /** The `id` of another mark on the page about the very same thing: this one opens its note, and brings none. */
  sameAs?: string;
  /** Other marks open this note too: what is reported from it is about the page, as it cannot say which was meant. */
  shared?: boolean;
};

function Row({ term, text, doubt }: { term: string; text: string | null; doubt?: boolean }) {
  if (text === null) return null;
  return (
    <span className="evidence-row">
      <span className="evidence-term">{term}</span>
      <span className={doubt ? 'doubt' : undefined}>{text}</span>
    </span>
  );
}

function Statement({ lang, statement }: { lang: Lang; statement: Evidence }) {
  const words = evidenceWords[lang];
  const secondHand = readThrough(statement.source);
  const inLanguage = (text: Bilingual | null) => text?.[lang] ?? null;
  return (
    <span className="evidence-said">
      <span
        className="evidence-sure"
        {...glyphData({ ...statement, doubt: statement.doubt !== null, secondHand })}
      >
        {words[statement.kind]}
        {secondHand === null ? null : (
          <span className="evidence-second-hand">{words[`${secondHand}Short`]}</span>
        )}
        {statement.seen ? null : <span className="evidence-unseen">{words.unseen}</span>}
      </span>
      <Row term={words.at} text={statement.locator} />
      <Row term={words.stated} text={statement.stated} />
      <Row term={words.doubt} text={inLanguage(statement.doubt)} doubt />
      <Row term={words.note} text={inLanguage(statement.note)} />
    </span>
  );
}

// Spans only: a mark stands inside paragraphs, headings and cells, where a block element would end the paragraph.
/** A source, with all that it states about the figure. */
function Source({ lang, statements }: { lang: Lang; statements: readonly Evidence[] }) {
  const words = evidenceWords[lang];
  const source = statements[0]?.source;
  if (!source) return null;
  const by = sourceByline(source, lang);
  return (
    <span className="evidence-source">
      <span className="evidence-title">{source.title}</span>
      <span className="evidence-by">
        {`${by === null ? '' : `${by} · `}${source.published ?? words.noDate}`}
      </span>
      {statements.map((statement) => (
        <Statement key={keyOf(statement)} lang={lang} statement={statement} />
      ))}
      <span className="evidence-links">
        <a href={href(lang, `/sources/${source.slug}`)}>{words.record}</a>
        {source.url === null ? null : (
          <a href={source.url} rel="noopener external">
            {readPageName(source, lang)}
          </a>
        )}
      </span>
    </span>
  );
}

/**
 * The small mark after a figure. Its shape says how sure the surest statement is, dashes that no source was read,
 * the accent colour that somebody doubts or contradicts it. It opens a native popover, so it works without
 * JavaScript, with the keyboard, and closes on Esc; on a phone the note is a sheet at the bottom.
 * It may stand in a paragraph, a heading or a cell, but not inside a link.
 */
export function EvidenceMark({
  lang,
  evidence,
  id,
  disputed = false,
  inFull,
  sameAs,
  shared = false,
}: Props) {
  const kind = surestKind(evidence);
  if (kind === null) return null;
  const words = evidenceWords[lang];
  const seen = evidence.some((each) => each.seen);
  const doubt = disputed || evidence.some((each) => each.doubt !== null);
  const surest = evidence.find((each) => each.kind === kind);
  const who = surest === undefined ? '' : sourceName(surest.source, lang);
  const secondHand = secondHandOf(evidence);
  const separator = marks[lang].semicolon;
  const label = [
    words.markLabel(bySource(evidence).length, words[kind], who),
    ...(secondHand === null ? [] : [words[secondHand]]),
    ...(seen ? [] : [words.unseen]),
    ...(disputed ? [words.disputed] : doubt ? [words.doubted] : []),
  ].join(separator);
  const note = `evidence-${sameAs ?? id}`;
  const mark = (
    <button
      type="button"
      className="evidence-mark"
      popoverTarget={note}
      aria-label={label}
      {...glyphData({ kind, seen, doubt, secondHand })}
    />
  );
  if (sameAs !== undefined) return mark;
  const sources = bySource(evidence);
  const head = words.statements(sources.length, evidence.length) + (disputed ? ` · ${words.disputed}` : '');
  return (
    <>
      {mark}
      <span className="evidence-note" id={note} popover="auto" role="dialog" aria-label={head}>
        <span className="evidence-head">
          {head}
          <button
            type="button"
            className="evidence-close"
            popoverTarget={note}
            popoverTargetAction="hide"
            aria-label={words.close}
          >
            ×
          </button>
        </span>
        {inFull === undefined ? (
          sources.map((statements) => (
            <Source key={statements[0]?.source.slug} lang={lang} statements={statements} />
          ))
        ) : (
          <EvidenceInBrief lang={lang} sources={sources} inFull={inFull} />
        )}
        <a
          className="evidence-report"
          href={href(lang, shared ? '/report' : `/report?mark=${note}`)}
          rel="nofollow"
        >
          {words.report}
        </a>
      </span>
    </>
  );
}

/** Two statements of one source at one place may still differ in what they note or doubt. */
function keyOf({ source, locator, kind, stated, note, doubt, field }: Evidence): string {
  return [source.slug, locator, kind, stated, note?.en, doubt?.en, ...field].join('\n');
}
