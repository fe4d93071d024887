import type { Lang } from '@/domain/bilingual';
import type { ProposalDraft } from '@/editorial/publication';
import { marks } from '@/i18n/marks';
import { formWords } from '@/i18n/record-form';
import { Section } from '@/ui/section';
import { effectsOf } from './effects-of';

/** Changes of one chart that stand in view. */
const inView = 5;

/** What publishing this would change: charts, totals, the comparison, pinned links; by how much. */
export async function EffectsSection({ lang, draft }: { lang: Lang; draft: ProposalDraft }) {
  const words = formWords[lang];
  const { publication, effects } = await effectsOf(draft, lang);
  const colon = marks[lang].colon;
  const nothing =
    effects === null ||
    (effects.charts.length === 0 &&
      effects.total === null &&
      effects.comparison.length === 0 &&
      effects.pinned === 0);
  return (
    <Section id="effects" title={words.effects}>
      {publication.outcome === 'refused' ? (
        <ul className="record-wrong" role="alert">
          {publication.problems.map(({ field, reason }) => (
            <li key={`${field} ${reason.en}`}>
              {field} {reason[lang]}
            </li>
          ))}
        </ul>
      ) : nothing ? (
        <p>{words.effectsNone}</p>
      ) : (
        <ul className="record-effects">
          {effects.charts.map(({ slug, name, changes }) => (
            <li key={slug}>
              <strong>{words.effectChart(name[lang], changes.length)}</strong>
              <ul>
                {changes.slice(0, inView).map(({ row, column, before, now }) => (
                  <li key={`${row} ${column}`}>
                    {row} · {column}
                    {colon}
                    <del>{before ?? '—'}</del> → <ins>{now ?? '—'}</ins>
                  </li>
                ))}
                {changes.length > inView ? <li>{words.more(changes.length - inView)}</li> : null}
              </ul>
            </li>
          ))}
          {effects.total === null ? null : (
            <li>
              <strong>{words.effectTotal}</strong>
              {colon}
              <del>{effects.total.before}</del> → <ins>{effects.total.after}</ins>
            </li>
          )}
          {effects.comparison.length === 0 ? null : (
            <li>
              <strong>
                {words.effectComparison}
                {colon}
                {words.effectCells(effects.comparison.length)}
              </strong>
              <ul>
                {effects.comparison.slice(0, inView).map(({ subject, dimension, before, now }) => (
                  <li key={`${subject} ${dimension}`}>
                    {subject} · {dimension}
                    {colon}
                    <del>{before ?? '—'}</del> → <ins>{now ?? '—'}</ins>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {effects.pinned === 0 ? null : <li>{words.effectPinned(effects.pinned)}</li>}
        </ul>
      )}
    </Section>
  );
}
