import type { Transaction } from '@/database/client';
import type { Bilingual } from '@/domain/bilingual';
import type { FundingType } from '@/domain/funding-type';
import { type DateSpan, dateSpan } from '@/domain/partial-date';
import type { FundingEvent } from '@/records/funding-event/schema';
import type { Problem } from './problem';
import type { ValidRecord } from './validation';

/** What has to be known of an event to say whether another may hold it. */
interface Held {
  slug: string;
  organization: string;
  type: FundingType;
  announced: DateSpan | null;
}

/** An event as it will stand, with what it says of others. */
type Holder = Pick<FundingEvent, 'slug' | 'organization' | 'partOf' | 'spans' | 'spansFrom' | 'spansTo'>;

const kind = 'funding-event';

/**
 * What sums and parts of a proposal cannot be true: money of one company in that of another, a round outside the time
 * that the sum spans. Looks both ways: also at sums on record that name an event which the proposal changes.
 */
export async function containmentProblems(
  db: Transaction,
  records: readonly ValidRecord[],
  ids: ReadonlyMap<string, number>,
): Promise<Problem[]> {
  const events = new Map<string, FundingEvent>();
  const items = new Map<string, number>();
  for (const [item, record] of records.entries())
    if (record.kind === kind && record.payload !== null) {
      events.set(record.slug, record.payload as FundingEvent);
      items.set(record.slug, item);
    }
  if (events.size === 0) return [];
  const holders: Holder[] = [...events.values()].filter(({ spans, partOf }) => spans.length > 0 || partOf);
  const gone = records.flatMap(({ kind: of, slug, payload }) =>
    of === kind && payload === null ? [slug] : [],
  );
  const others = (await holdersOf(db, idsOf([...events.keys()], ids))).filter(
    ({ slug }) => !events.has(slug) && !gone.includes(slug),
  );
  holders.push(...others);
  const named = new Set(holders.flatMap(({ spans, partOf }) => (partOf ? [...spans, partOf] : spans)));
  const held = await heldOf(
    db,
    idsOf(
      [...named].filter((slug) => !events.has(slug)),
      ids,
    ),
  );
  for (const { slug, organization, type, announced } of events.values())
    held.set(slug, { slug, organization, type, announced: announced === null ? null : dateSpan(announced) });
  return holders.flatMap((holder) =>
    wrongIn(holder, held).map(({ of, field, reason }): Problem => {
      // A sum on record that becomes false is told at the event that makes it so.
      const own = items.get(holder.slug);
      const item = own ?? items.get(of) ?? null;
      return { cause: 'invalid', item, kind, slug: own === undefined ? of : holder.slug, field, reason };
    }),
  );
}

function idsOf(slugs: readonly string[], ids: ReadonlyMap<string, number>): number[] {
  return slugs.flatMap((slug) => ids.get(`${kind}/${slug}`) ?? []);
}

function wrongIn(
  holder: Holder,
  held: ReadonlyMap<string, Held>,
): { of: string; field: string; reason: Bilingual }[] {
  const wrong: { of: string; field: string; reason: Bilingual }[] = [];
  const [from, to] = [
    holder.spansFrom && dateSpan(holder.spansFrom).from,
    holder.spansTo && dateSpan(holder.spansTo).to,
  ];
  for (const slug of holder.spans) {
    const event = held.get(slug);
    if (!event) continue;
    const tell = (zh: string, en: string) => wrong.push({ of: slug, field: 'spans', reason: { zh, en } });
    if (event.organization !== holder.organization)
      tell(
        `合计 ${holder.slug} 是 ${holder.organization} 的，不能涵盖 ${event.organization} 的 ${slug}；请去掉，或改正公司`,
        `The sum ${holder.slug} is of ${holder.organization} and cannot span ${slug} of ${event.organization}. Take it out, or correct the company.`,
      );
    else if (event.announced && ((from && event.announced.to < from) || (to && event.announced.from > to)))
      tell(
        `${slug} 的日期在合计 ${holder.slug} 所写的时段之外；请去掉这一轮，或改正时段`,
        `${slug} is dated outside the time that the sum ${holder.slug} spans. Take the round out, or correct the time.`,
      );
  }
  const whole = holder.partOf ? held.get(holder.partOf) : undefined;
  if (whole && whole.organization !== holder.organization)
    wrong.push({
      of: whole.slug,
      field: 'partOf',
      reason: {
        zh: `${holder.slug} 是 ${holder.organization} 的，不能属于 ${whole.organization} 的 ${whole.slug}；请改正`,
        en: `${holder.slug} is of ${holder.organization} and cannot be part of ${whole.slug} of ${whole.organization}. Correct one of them.`,
      },
    });
  if (whole?.type === 'cumulative')
    wrong.push({
      of: whole.slug,
      field: 'partOf',
      reason: {
        zh: `${whole.slug} 是多轮合计：请在合计的“涵盖的轮次”里写 ${holder.slug}，“属于”留空`,
        en: `${whole.slug} is a sum over several rounds: name ${holder.slug} among the rounds that the sum spans, and leave “part of” empty.`,
      },
    });
  return wrong;
}

/** Events on record that hold one of these, or are said to be part of one. */
async function holdersOf(db: Transaction, ids: readonly number[]): Promise<Holder[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Holder[]>`
    SELECT f.slug, o.slug AS organization, w.slug AS "partOf",
      coalesce((SELECT jsonb_agg(e.slug ORDER BY e.slug) FROM funding_span s JOIN funding_event e ON e.id = s.event_id
        WHERE s.record_id = f.id), '[]') AS spans,
      to_char(f.spans_from_from, 'YYYY-MM-DD') AS "spansFrom", to_char(f.spans_to_to, 'YYYY-MM-DD') AS "spansTo"
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
      LEFT JOIN funding_event w ON w.id = f.part_of_id
    WHERE f.part_of_id = ANY(${[...ids]}::int[])
      OR f.id IN (SELECT record_id FROM funding_span WHERE event_id = ANY(${[...ids]}::int[]))
    ORDER BY f.slug`;
}

async function heldOf(db: Transaction, ids: readonly number[]): Promise<Map<string, Held>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Omit<Held, 'announced'> & { from: string | null; to: string | null })[]>`
    SELECT f.slug, o.slug AS organization, f.type, to_char(f.announced_from, 'YYYY-MM-DD') AS "from",
      to_char(f.announced_to, 'YYYY-MM-DD') AS "to"
    FROM funding_event f JOIN organization o ON o.id = f.organization_id WHERE f.id = ANY(${[...ids]}::int[])`;
  return new Map(
    rows.map(({ from, to, ...row }) => [
      row.slug,
      { ...row, announced: from !== null && to !== null ? { from, to, precision: 'period' } : null },
    ]),
  );
}
