import { formatAmount } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { dateSpan, formatPartialDate, type PartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { observedText } from '@/i18n/observed-value';
import { vendorWords } from '@/i18n/vendor';
import { observationPath } from '@/linking/shown-at';
import { roundWords } from '@/lists/funding/event-words';
import { fundingTypeNames } from '@/records/funding-event/book';
import type { VendorFacts } from './vendor-facts';

/** One dated thing that happened to an organization. */
export interface Happening {
  key: string;
  date: string;
  dateTime?: string;
  text: string;
  /** Its page, with the language. */
  link: string | null;
}

/** Money, releases, people and what was claimed in one order, newest first; what has no date is left out. */
export function happeningsOf(facts: VendorFacts, lang: Lang): Happening[] {
  const words = vendorWords[lang];
  const dated: { date: PartialDate; key: string; text: string; link: string | null }[] = [];
  for (const { slug, announced, round, type, amount } of facts.funding) {
    if (announced === null) continue;
    const name = roundWords(round, lang).name ?? fundingTypeNames[type][lang];
    const sum = formatAmount(amount, amount.currency, lang);
    dated.push({ date: announced, key: slug, text: words.raisedEvent(name, sum), link: `/funding/${slug}` });
  }
  for (const { slug, released, name } of facts.models) {
    if (released === null) continue;
    dated.push({ date: released, key: slug, text: words.releasedEvent(name[lang]), link: `/models/${slug}` });
  }
  for (const { slug, date, person, did } of facts.moves) {
    if (date === null) continue;
    const separator = lang === 'zh' ? '：' : ': ';
    dated.push({ date, key: slug, text: person[lang] + separator + did[lang], link: null });
  }
  for (const { slug, announced, round, type, organization } of facts.invested) {
    if (announced === null) continue;
    const name = roundWords(round, lang).name ?? fundingTypeNames[type][lang];
    const text = words.investedEvent(organization.name[lang], name);
    dated.push({ date: announced, key: `invested ${slug}`, text, link: `/funding/${slug}` });
  }
  for (const indicator of facts.indicators) {
    for (const seen of indicator.observations) {
      const text = words.claimEvent(indicator.name[lang], seen.subject[lang], observedText(seen, lang));
      dated.push({
        date: seen.date,
        key: seen.slug,
        text,
        link: observationPath(indicator.slug, seen.slug),
      });
    }
  }
  return dated
    .sort((a, b) => dateSpan(b.date).from.localeCompare(dateSpan(a.date).from) || (a.key < b.key ? -1 : 1))
    .map(({ date, key, text, link }) => ({
      key,
      date: formatPartialDate(date, lang),
      ...(/^\d{4}(-\d{2}){0,2}$/.test(date) ? { dateTime: date } : {}),
      text,
      link: link === null ? null : href(lang, link),
    }));
}
