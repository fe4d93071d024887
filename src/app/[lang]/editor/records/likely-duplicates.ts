import { fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { searchedKinds, searchRecords } from '@/database/queries/search-records';
import type { Facts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import type { Bilingual } from '@/domain/bilingual';
import { type LikenessReason, likenessOf } from '@/domain/funding-duplicates';
import { partialDate } from '@/domain/partial-date-schema';
import { formFieldsOf } from '@/editorial/record-fields';
import { type FormEntries, payloadOfForm } from '@/editorial/record-form';
import { recordPath } from '@/linking/record-path';
import type { RecordKind } from '@/records/record';

/** A record that may be the one that somebody is entering. */
export interface LikelyDuplicate {
  slug: string;
  name: Bilingual;
  /** Its page, without the language; null where it has none. */
  path: string | null;
  reasons: LikenessReason[];
}

const most = 5;
/** From this score on a name is so much like another that it may be the same. */
const leastLike = 0.5;

/** Records like the one in a form: names that are alike, or events of one organization with more than one thing in common. */
export async function likelyDuplicates(
  facts: Facts,
  kind: RecordKind,
  entries: FormEntries,
  slug: string,
): Promise<LikelyDuplicate[]> {
  const payload = payloadOfForm(formFieldsOf(kind), entries);
  if (kind === 'funding-event') return likelyEvents(facts, payload, slug);
  const searched = searchedKinds.find((each) => each === kind);
  const name = payload.name as Bilingual | null | undefined;
  const texts = [name?.zh, name?.en, payload.title].filter(
    (text) => typeof text === 'string' && text.trim().length > 1,
  );
  if (!searched || texts.length === 0) return [];
  const found = new Map<string, LikelyDuplicate>();
  for (const text of texts) {
    for (const hit of await searchRecords(facts, { text: text as string, kind: searched, limit: most })) {
      if (hit.slug === slug || hit.score < leastLike) continue;
      found.set(hit.slug, { slug: hit.slug, name: hit.name, path: recordPath(kind, hit.slug), reasons: [] });
    }
  }
  return [...found.values()].slice(0, most);
}

async function likelyEvents(facts: Facts, payload: Payload, slug: string): Promise<LikelyDuplicate[]> {
  const named = String(payload.organization ?? '').trim();
  if (named === '') return [];
  const [organization] = await searchRecords(facts, { text: named, kind: 'organization', limit: 1 });
  if (!organization) return [];
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    SELECT f.id FROM funding_event f JOIN organization o ON o.id = f.organization_id
    WHERE o.slug = ${organization.slug} AND f.slug <> ${slug} ORDER BY f.announced_from DESC NULLS LAST LIMIT 60`;
  const events = await fundingEventsInFull(
    facts,
    rows.map(({ id }) => id),
  );
  const amounts = (
    (payload.statements ?? []) as { amount?: { min: number | null; max: number | null; currency: string } }[]
  ).flatMap(({ amount }) => amount ?? []);
  const date = partialDate.safeParse(payload.announced);
  const own = {
    organization: organization.slug,
    announced: date.success ? date.data : null,
    min: amounts[0]?.min ?? null,
    max: amounts[0]?.max ?? null,
    round: (payload.round as string | null) ?? null,
    investors: ((payload.participations ?? []) as { investor?: string }[]).flatMap(
      ({ investor }) => investor ?? [],
    ),
  };
  return events
    .map((event) => {
      const sameCurrency = event.amount.currency === amounts[0]?.currency;
      const reasons = likenessOf(own, {
        organization: event.organization.slug,
        announced: event.announced,
        min: sameCurrency ? event.amount.min : null,
        max: sameCurrency ? event.amount.max : null,
        round: event.round,
        investors: event.participations.flatMap(({ investor }) => [
          investor.slug,
          investor.name.zh,
          investor.name.en,
        ]),
      });
      const name = {
        zh: `${event.organization.name.zh} ${event.round ?? ''}`.trim(),
        en: `${event.organization.name.en} ${event.round ?? ''}`.trim(),
      };
      return { slug: event.slug, name, path: `/funding/${event.slug}`, reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, most);
}
