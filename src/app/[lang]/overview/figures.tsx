import type { Lang } from '@/domain/bilingual';
import { formatTotal } from '@/domain/totals';
import { doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { formatNumber } from '@/i18n/numbers';
import { overview, overviewFinding } from '@/i18n/overview';
import { TierBadge } from '@/ui/badges';
import { FindingLine } from '@/ui/finding-line';
import { StatLine, StatRow } from '@/ui/stat-line';
import type { OverviewFacts } from './overview-facts';

type Props = { lang: Lang; facts: OverviewFacts };

const tiers = ['general', 'task', 'industry', 'unclassified'] as const;
/** Industries that share the first place and are still named. */
const named = 3;

/** The totals, each a link to the list behind it, and what they show in a sentence. */
export function Figures({ lang, facts }: Props) {
  const words = overview[lang];
  const { figures, events, total } = facts;
  const { models, statements, unseen } = figures;
  const count = (value: number) => formatNumber(lang, value);
  const left = total.leftOut.reduce((sum, each) => sum + each.count, 0);
  return (
    <section className="overview-figures" aria-label={words.figures}>
      <StatRow>
        <StatLine
          figure={count(figures.vendors)}
          label={<a href={href(lang, '/vendors')}>{words.vendors}</a>}
          note={words.vendorsNote(figures.makers)}
        />
        <StatLine
          figure={count(tiers.reduce((sum, tier) => sum + models[tier], 0))}
          label={<a href={href(lang, '/models')}>{words.models}</a>}
          note={
            <span className="overview-tiers">
              <span className="whitespace-nowrap">{words.versions(count(figures.versions))}</span>
              {tiers.map((tier) =>
                models[tier] === 0 ? null : (
                  <span key={tier} className="whitespace-nowrap">
                    <TierBadge lang={lang} tier={tier === 'unclassified' ? null : tier} />{' '}
                    <span className="tabular">{count(models[tier])}</span>
                  </span>
                ),
              )}
            </span>
          }
        />
        <StatLine
          figure={count(figures.industriesWithModel)}
          label={<a href={href(lang, '/industries')}>{words.industries}</a>}
          note={words.industriesNote(figures.industries)}
        />
        <StatLine
          figure={count(events)}
          label={<a href={href(lang, '/funding')}>{words.funding}</a>}
          note={
            <>
              <span className="block">{formatTotal(total, 'CNY', lang)}</span>
              {left === 0 ? null : <span className="block">{words.leftOut(left)}</span>}
            </>
          }
        />
        <StatLine
          figure={count(figures.sources)}
          label={<a href={href(lang, '/sources')}>{words.sources}</a>}
          note={
            <>
              <span className="block">
                {unseen === 0
                  ? words.allSeen(count(statements))
                  : words.sourcesNote(count(statements), count(unseen))}
              </span>
              {figures.doubted === 0 ? null : <a href={href(lang, '/doubts')}>{doubtWords[lang].title}</a>}
            </>
          }
        />
      </StatRow>
      <FindingLine>{findingOf(facts, lang)}</FindingLine>
    </section>
  );
}

function findingOf({ figures }: OverviewFacts, lang: Lang): string {
  const words = overviewFinding[lang];
  const { models, busiestIndustries, statements, unseen, measured, doubted } = figures;
  const { general, industry } = models;
  const [first] = busiestIndustries;
  const leaders = busiestIndustries.filter(({ vendors }) => vendors === first?.vendors);
  const names = leaders.map(({ name }) => (lang === 'zh' ? name.zh : inSentence(name.en)));
  return [
    general > 0 && industry > general
      ? words.ratio(industry, general, formatNumber(lang, industry / general, 1))
      : words.counts(industry, general),
    first === undefined || leaders.length > named
      ? ''
      : leaders.length === 1
        ? words.busiest(names[0] ?? '', first.vendors)
        : words.busiestTied(joinList(lang, names), first.vendors),
    statements === 0 ? '' : words.sure(formatNumber(lang, statements), measured, doubted),
    unseen === 0 ? '' : words.unseen(formatNumber(lang, unseen)),
    words.stop,
  ].join('');
}

/** An English name in the middle of a sentence: health care, but IT operations. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
