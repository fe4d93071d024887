import type { Lang } from '@/domain/bilingual';
import { evidenceWords } from '@/i18n/evidence';
import { Unknown } from './unknown';

type Props = {
  lang: Lang;
  /** Floor and ceiling in the unit that `format` prints; null is open. */
  min: number | null;
  max: number | null;
  format: (value: number) => string;
};

/** A range in words: one figure, floor–ceiling, at least, at most, or undisclosed. */
export function RangeText({ lang, min, max, format }: Props) {
  const words = evidenceWords[lang];
  if (min === null && max === null) return <Unknown lang={lang} why="undisclosed" />;
  if (min === null) return <span className="value">{words.atMost(format(max ?? 0))}</span>;
  if (max === null) return <span className="value">{words.atLeast(format(min))}</span>;
  if (min === max) return <span className="value">{format(min)}</span>;
  return (
    <span className="value">
      {format(min)}–{format(max)}
    </span>
  );
}
