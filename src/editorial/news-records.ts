import { readAmount } from '@/domain/amount-phrase';
import { type Currency, currencies } from '@/domain/currency';
import { dateSpan } from '@/domain/partial-date';
import { partialDate } from '@/domain/partial-date-schema';
import { parseRound } from '@/domain/round';
import { typeOfRound } from '@/domain/round-type';
import type { ParticipationRole } from '@/records/funding-event/schema';
import { slugFrom } from './slug-from-name';
import type { ProposedRecord } from './validation';

/** A funding event as an editor confirmed it; texts as they stand in the form, trimmed, empty where nothing is said. */
export interface ConfirmedNews {
  /** The slug of a known organization; empty for a new one with this name. */
  organization: string;
  company: string;
  round: string;
  amount: string;
  /** The currency, where the words of the amount name none. */
  currency: string;
  valuation: string;
  announced: string;
  investors: readonly { name: string; role: ParticipationRole | null }[];
  source: {
    slug: string;
    title: string;
    url: string;
    publisher: string;
    published: string;
    language: 'zh' | 'en';
  };
}

/** Names on record, as they are written, and the slugs that are taken. */
export interface KnownRecords {
  organizations: ReadonlyMap<string, string>;
  taken: ReadonlySet<string>;
  /** Sources on record by their link: one that is there is not entered again. */
  sources: ReadonlyMap<string, string>;
  /** The day of today, ISO: nothing is announced after it. */
  today: string;
}

/** What the form says wrong, by its field. */
export type NewsProblem = 'announced' | 'company' | 'amount' | 'currency' | 'round' | 'source' | 'valuation';

/**
 * The records that a confirmed event makes: its source, the organizations that are not on record yet, and the event.
 * Amounts are read from their words again, so that what is kept is what the words allow.
 */
export function recordsOfNews(
  news: ConfirmedNews,
  known: KnownRecords,
): { records: ProposedRecord[]; event: string } | { problem: NewsProblem } {
  if (news.company === '' && news.organization === '') return { problem: 'company' };
  if (news.source.slug === '' && news.source.title === '') return { problem: 'source' };
  if (news.announced !== '' && !isPast(news.announced, known.today)) return { problem: 'announced' };
  const round = news.round === '' ? null : parseRound(news.round);
  if (round && !round.ok) return { problem: 'round' };
  const amount = moneyOf(news.amount, news.currency);
  if (amount === 'unread') return { problem: 'amount' };
  if (amount === 'currency') return { problem: 'currency' };
  const worth = moneyOf(news.valuation, news.currency);
  if (worth === 'unread' || worth === 'currency') return { problem: 'valuation' };

  const taken = new Set(known.taken);
  const records: ProposedRecord[] = [];
  const add = (kind: string, slug: string, payload: Record<string, unknown>) => {
    taken.add(slug);
    records.push({ kind, slug, baseVersion: 0, payload: { slug, ...payload } });
    return slug;
  };
  const onRecord = news.source.slug || known.sources.get(news.source.url) || '';
  const source =
    onRecord !== ''
      ? onRecord
      : add('source', slugFrom(news.source.title, taken), {
          title: news.source.title,
          publisher: news.source.publisher === '' ? null : news.source.publisher,
          url: news.source.url === '' ? null : news.source.url,
          language: news.source.language,
          published: news.source.published === '' ? null : news.source.published,
        });
  const cited = [{ source, kind: 'claimed' as const }];
  const fresh = new Map<string, string>();
  const organization = (name: string, kind: string, role: string) => {
    const found = known.organizations.get(name.toLowerCase()) ?? fresh.get(name.toLowerCase());
    if (found !== undefined) return found;
    const slug = add('organization', slugFrom(name, taken), {
      name: { zh: name, en: name },
      kind,
      roles: [role],
      citations: cited,
    });
    fresh.set(name.toLowerCase(), slug);
    return slug;
  };
  const company =
    news.organization !== '' ? news.organization : organization(news.company, 'startup', 'vendor');
  const type = round?.ok ? typeOfRound(round.round.family) : 'round';
  const participations = [
    ...new Map(
      news.investors.map(({ name, role }) => {
        const investor = organization(name, 'fund', 'investor');
        return [
          investor,
          { investor, role: type === 'merger' && role === null ? ('acquirer' as const) : role },
        ];
      }),
    ).values(),
  ];
  const label = news.round === '' ? null : news.round;
  const announced = news.announced === '' ? null : news.announced;
  const event = add(
    'funding-event',
    slugFrom([company, announced ?? 'undated', label ?? 'round'].join('-'), taken),
    {
      organization: company,
      type,
      round: label,
      announced,
      participations,
      statements: [
        {
          source,
          kind: 'claimed',
          round: label,
          announced,
          amount,
          valuation:
            worth === null
              ? null
              : {
                  text: worth.text,
                  currency: worth.currency,
                  min: worth.min,
                  max: worth.max,
                  when: 'not-stated',
                },
        },
      ],
    },
  );
  return { records, event };
}

function moneyOf(words: string, chosen: string) {
  if (words === '') return null;
  const reading = readAmount(words);
  if (!reading) return 'unread' as const;
  const { range, rule } = reading;
  const currency: Currency | null = reading.currency ?? currencies.find((each) => each === chosen) ?? null;
  if (currency === null && range.kind !== 'undisclosed') return 'currency' as const;
  return { text: words, currency, ...range, rule };
}

/** Is this a date, and one that has begun? */
function isPast(written: string, today: string): boolean {
  const date = partialDate.safeParse(written);
  return date.success && dateSpan(date.data).from <= today;
}
