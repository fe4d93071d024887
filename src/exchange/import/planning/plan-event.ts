import { likenessOf } from '@/domain/funding-duplicates';
import { parseRound } from '@/domain/round';
import { typeOfRound } from '@/domain/round-type';
import { simplified } from '../cells/company-name';
import { investorsIn } from '../cells/names-cell';
import { eventTypeIn } from '../cells/word-cells';
import type { NeededRecords } from './needed-records';
import type { PlannedRow } from './planned-row';
import type { RowPlan, RowTools } from './row-plan';
import type { RowReader } from './row-reader';

/** Reads a funding event. */
export function eventOf({ reader, needed, decision }: RowTools): RowPlan {
  const cell = reader.at('organization');
  if (cell === '') reader.refuse('organization', '', { zh: '没有公司', en: 'There is no company.' });
  const source = needed.source(reader);
  const { label, type } = roundOf(reader);
  const [amount, worth] = [reader.money('amount'), reader.money('valuation')];
  const announced = reader.date('announced');
  const organization = needed.organization('organization', cell, 'vendor', source, reader, decision);
  const participations = investorsOf({ reader, needed, decision }, source, type);
  const range = { currency: amount?.currency ?? null, min: amount?.min ?? null, max: amount?.max ?? null };
  const slug =
    reader.at('slug') !== ''
      ? needed.slug(reader, [organization, announced ?? 'undated', label || 'round'].join('-'))
      : (sameEvent(needed, organization, announced, label, range) ??
        needed.slug(reader, [organization, announced ?? 'undated', label || 'round'].join('-')));
  const valuation =
    worth?.currency == null
      ? null
      : {
          text: worth.text ?? '',
          currency: worth.currency,
          min: worth.min,
          max: worth.max,
          when: whenOf(reader.headOf('valuation')),
        };
  const payload = {
    organization,
    type,
    round: label || null,
    announced,
    statements: [{ source, kind: 'claimed', round: label || null, announced, amount, valuation }],
    participations,
    note: reader.words('note'),
  };
  return {
    name: [reader.text('organization'), label].filter((part) => part !== '').join(' '),
    slug,
    payload,
  };
}

/** The round as stated and what the event is: by the column that says so, else by its round. */
function roundOf(reader: RowReader): { label: string; type: string } {
  const label = simplified(reader.text('round'));
  const round = label === '' ? null : parseRound(label);
  if (round && !round.ok) reader.refuse('round', label, round.reason);
  const said = reader.text('type');
  const type = said === '' ? null : eventTypeIn(simplified(said));
  if (said !== '' && type === null) {
    // "Funding Type: Series A" beside a column of rounds says nothing else.
    const other = parseRound(simplified(said));
    if (!other.ok)
      reader.refuse('type', said, {
        zh: `“${said.slice(0, 40)}”不是这里收录的融资事件（轮次、IPO、并购、转让、债权等）`,
        en: `"${said.slice(0, 40)}" is none of the events that are kept here (rounds, IPO, merger, transfer, debt, …).`,
      });
    return { label: label || said, type: typeOfRound(other.round.family) };
  }
  const byRound = round?.ok ? typeOfRound(round.round.family) : 'round';
  // A column of types that says "round" of an acquisition says less than the round itself.
  return { label, type: type === null || (type === 'round' && byRound !== 'round') ? byRound : type };
}

function whenOf(head: string): 'pre' | 'post' | 'not-stated' {
  return /投前|pre-?\s?money/i.test(head) ? 'pre' : /投后|post/i.test(head) ? 'post' : 'not-stated';
}

const roles = [
  ['leads', 'lead'],
  ['investors', null],
  ['advisers', 'adviser'],
] as const;

function investorsOf({ reader, needed, decision }: RowTools, source: string, type: string) {
  const found = new Map<string, { investor: string; role: string | null }>();
  for (const [field, preset] of roles)
    for (const { name, role } of investorsIn(reader.at(field), preset)) {
      const investor = needed.organization(field, name, 'investor', source, reader, decision);
      const stated = type === 'merger' && role === null ? 'acquirer' : role;
      const there = found.get(investor);
      if (!there || (there.role === null && stated !== null)) found.set(investor, { investor, role: stated });
    }
  return [...found.values()];
}

interface EventRange {
  currency: string | null;
  min: number | null;
  max: number | null;
}

/** The event that says exactly this: same organization, date, round and range. */
function sameEvent(
  { known }: NeededRecords,
  organization: string,
  announced: string | null,
  round: string,
  range: EventRange,
): string | undefined {
  return known.events
    .get(organization)
    ?.find(
      (event) =>
        event.announced === announced &&
        (event.round ?? '') === round &&
        event.min === range.min &&
        event.max === range.max &&
        (event.currency === range.currency || range.min === null),
    )?.slug;
}

/** An event that has more than one thing in common with one on record, or an earlier row, is perhaps the same. */
export function suspect(
  row: PlannedRow,
  payload: Readonly<Record<string, unknown>>,
  { known }: NeededRecords,
): void {
  const [statement] = payload.statements as { amount: EventRange | null }[];
  const own = {
    organization: String(payload.organization),
    announced: payload.announced as string | null,
    min: statement?.amount?.min ?? null,
    max: statement?.amount?.max ?? null,
    round: payload.round as string | null,
    investors: (payload.participations as { investor: string }[]).map(({ investor }) => investor),
  };
  const events = known.events.get(own.organization) ?? [];
  const like = events.find(
    (event) =>
      event.slug !== row.slug &&
      likenessOf(
        own,
        event.currency === statement?.amount?.currency ? event : { ...event, min: null, max: null },
      ).length > 1,
  );
  if (like && row.outcome === 'new') {
    row.outcome = 'duplicate';
    row.near.push({ said: row.name, kind: 'funding-event', slug: like.slug, name: like.slug });
    row.problems = [
      {
        column: '',
        value: like.slug,
        reason: { zh: `可能就是已收录的 ${like.slug}`, en: `Perhaps ${like.slug}, which is on record.` },
      },
    ];
  }
  events.push({ slug: row.slug, currency: statement?.amount?.currency ?? null, ...own });
  known.events.set(own.organization, events);
}
