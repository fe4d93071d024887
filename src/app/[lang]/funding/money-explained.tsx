import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { RaisedInFull, ToldStanding } from '@/database/queries/money-raised';
import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { moneyWords } from '@/i18n/money-raised';
import { eventTitle } from '@/lists/funding/event-words';
import { Disclosure } from '@/ui/disclosure';

type Named = Pick<FundingEventInFull, 'id' | 'slug' | 'organization' | 'round' | 'type'>;
type Props = { lang: Lang; events: readonly Named[]; money: RaisedInFull; currency: 'CNY' | 'USD' };

/** A total of money raised in full: which records count, which are contained in others, which are left out and why. */
export function MoneyExplained({ lang, events, money, currency }: Props) {
  const words = moneyWords[lang];
  const told = events.flatMap((event) => {
    const standing = money.standings.get(event.id);
    return standing ? [{ event, standing }] : [];
  });
  const names = new Map(events.map((event) => [event.slug, roundTitle(event, lang)]));
  const groups = (['counted', 'contained', 'left-out'] as const).flatMap((as) => {
    const own = told.filter(({ standing }) => standing.as === as);
    const title = as === 'left-out' ? words.leftOut : words[as];
    return own.length === 0 ? [] : [{ as, own, title: title(own.length) }];
  });
  return (
    <Disclosure summary={words.how}>
      <p className="text-muted text-table">{words.rule}</p>
      {groups.map(({ as, own, title }) => (
        <section key={as} className="mt-2">
          <p className="font-semibold text-table">{title}</p>
          <ul className="text-table">
            {own.map(({ event, standing }) => (
              <li key={event.slug}>
                <a href={href(lang, `/funding/${event.slug}`)}>{names.get(event.slug)}</a>
                {lang === 'zh' ? '：' : ': '}
                {standingText(standing, event.type === 'cumulative', names, currency, lang)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Disclosure>
  );
}

function roundTitle(event: Named, lang: Lang): string {
  // The organization is that of the page; only what tells its events apart is named.
  return eventTitle(event, lang)
    .replace(event.organization.name[lang], '')
    .replace(/^[\s,]+/, '');
}

/** What an event does in the total, in a few words. */
export function standingText(
  standing: ToldStanding,
  isSum: boolean,
  names: ReadonlyMap<string, string>,
  currency: 'CNY' | 'USD',
  lang: Lang,
): string {
  const words = moneyWords[lang];
  if (standing.as === 'left-out') return standing.why[lang];
  const holders = standing.holders.map((slug) => names.get(slug) ?? slug).join(lang === 'zh' ? '、' : ', ');
  if (standing.as === 'contained') return isSum ? standing.why[lang] : words.inHolders(holders);
  const { floor, ceiling, disclosed } = standing;
  if (!disclosed) return words.undisclosed;
  if (isSum && floor === 0) return ceiling === null ? words.openSum : words.onlyCeiling;
  if (!isSum && floor === 0 && holders !== '') return words.perhapsIn(holders);
  const covered = ceiling === 0 && holders !== '';
  const range = { min: floor, max: covered ? floor : ceiling, kind: 'range' as const };
  const adds = words.adds(formatAmount(range, currency, lang));
  return covered ? `${adds}${lang === 'zh' ? '；' : '; '}${words.covered(holders)}` : adds;
}
