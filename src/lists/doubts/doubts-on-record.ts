import { groupBy } from '@/charts/facts/group-by';
import { keptForEdition } from '@/database/kept-for-edition';
import {
  type DoubtedStatement,
  doubtedStatements,
  eventsWithVariedStatements,
} from '@/database/queries/doubts-on-record';
import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { indicatorsWithFigures, type ObservedFigure } from '@/database/queries/indicators-with-observations';
import { sumsBelowTheirParts } from '@/database/queries/money-raised';
import { type NamedRecord, namesOfRecords } from '@/database/queries/names-of-records';
import type { Facts } from '@/database/reading';
import { formatMoney } from '@/domain/amount';
import { type Bilingual, type Lang, languages } from '@/domain/bilingual';
import { observedRange } from '@/domain/observed';
import { doubtWords } from '@/i18n/doubts';
import { marks } from '@/i18n/marks';
import { observedText } from '@/i18n/observed-value';
import { sourceName } from '@/i18n/source-byline';
import type { RecordKind } from '@/records/record';
import { agreementFields, agreementOn } from '../funding/agreement';
import { amountDisputed } from '../funding/event-words';
import { type DoubtKind, doubtKinds } from './parameters';

/** One doubt about one record. */
export interface Doubt extends NamedRecord {
  /** Unique among doubts, and the same as long as the record is. */
  slug: string;
  doubt: DoubtKind;
  kind: RecordKind;
  record: string;
  fields: string[];
  /** What is in doubt, and why; null where the kind of doubt says it all. */
  said: Bilingual | null;
  locator: string | null;
  stated: string | null;
  /** Who says it; null where several do. */
  source: { slug: string; title: string } | null;
}

type Found = Omit<Doubt, keyof NamedRecord> & { id: number };

const dates = new Set(['announced', 'closed', 'registered', 'released', 'date', 'published']);

function ofStatement(each: DoubtedStatement): Found {
  const { id, kind, slug, part, position, fields, evidence, locator, stated, doubt, note, source } = each;
  const estimated = evidence === 'estimated' && fields.length > 0 && fields.every((name) => dates.has(name));
  const of: DoubtKind = doubt !== null ? 'doubted' : estimated ? 'estimated-date' : 'estimated';
  return {
    id,
    slug: `${kind}.${slug}.${part}.${position}`,
    doubt: of,
    kind,
    record: slug,
    fields,
    said: doubt ?? note,
    locator,
    stated,
    source,
  };
}

function inBoth(say: (lang: Lang) => string): Bilingual {
  const [zh, en] = languages.map(say) as [string, string];
  return { zh, en };
}

/** Events of which sources give other amounts, or other rounds, dates or valuations that cannot all be true. */
async function disagreementsOnEvents(facts: Facts): Promise<Found[]> {
  const events = await fundingEventsInFull(facts, await eventsWithVariedStatements(facts));
  return events.flatMap((event) =>
    agreementFields.flatMap((field): Found[] => {
      const said = (lang: Lang) => agreementOn(event.statements, field, lang);
      const contradictory = said('zh').agreement === 'differ';
      // The mark of an amount says that sources differ also where they only round differently.
      if (!contradictory && !(field === 'amount' && amountDisputed(event))) return [];
      return [
        {
          id: event.id,
          slug: `funding-event.${event.slug}.${field}`,
          doubt: contradictory ? 'disagree' : 'varied',
          kind: 'funding-event',
          record: event.slug,
          fields: [field],
          said: inBoth((lang) => said(lang).text),
          locator: null,
          stated: null,
          source: null,
        },
      ];
    }),
  );
}

/** Sums over several rounds that are less than what they hold. */
async function totalsBelowTheirParts(facts: Facts): Promise<Found[]> {
  return (await sumsBelowTheirParts(facts)).map(({ id, slug, currency, most, least, rounds }) => ({
    id,
    slug: `funding-event.${slug}.total`,
    doubt: 'total',
    kind: 'funding-event',
    record: slug,
    fields: ['amount'],
    said: inBoth((lang) =>
      doubtWords[lang].total(
        formatMoney(most, currency, lang),
        formatMoney(least, currency, lang),
        rounds.length,
      ),
    ),
    locator: null,
    stated: null,
    source: null,
  }));
}

/** Values of one subject for one time and in one unit that cannot all be true. */
async function disagreementsOnFigures(facts: Facts): Promise<Found[]> {
  const figures = (await indicatorsWithFigures(facts)).flatMap(({ slug, observations }) =>
    observations.flatMap((each) => (each.projection ? [] : [{ indicator: slug, ...each }])),
  );
  const alike = groupBy(figures, (each) =>
    [each.indicator, each.subject.zh, each.date, each.unit].join('\n'),
  );
  const disagreeing = [...alike.values()].flatMap((group) =>
    group.flatMap((each) => {
      const others = group.filter((other) => contradict(each, other));
      return others.length === 0 ? [] : [{ each, others }];
    }),
  );
  const evidence = await evidenceOfRecords(
    facts,
    disagreeing.map(({ each }) => each.id),
  );
  const first = ({ id }: ObservedFigure) => evidence.get(id)?.[0];
  return disagreeing.map(({ each, others }) => {
    const list = (lang: Lang) =>
      others
        .map((other) => {
          const by = first(other)?.source;
          return observedText(other, lang) + (by === undefined ? '' : inBrackets(sourceName(by, lang), lang));
        })
        .join(marks[lang].semicolon);
    return {
      id: each.id,
      slug: `observation.${each.slug}.value`,
      doubt: 'disagree',
      kind: 'observation',
      record: each.slug,
      fields: ['value'],
      said: inBoth((lang) => doubtWords[lang].observations(list(lang))),
      locator: first(each)?.locator ?? null,
      stated: inBoth((lang) => observedText(each, lang)).zh,
      source: first(each)?.source ?? null,
    };
  });
}

function inBrackets(text: string, lang: Lang): string {
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}

function contradict(a: ObservedFigure, b: ObservedFigure): boolean {
  const [one, other] = [observedRange(a), observedRange(b)];
  const least = Math.max(one.min ?? Number.NEGATIVE_INFINITY, other.min ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(one.max ?? Number.POSITIVE_INFINITY, other.max ?? Number.POSITIVE_INFINITY);
  return least > most;
}

/** Every doubt and disagreement on record, the gravest kind first. Nobody may change what this returns. */
export const doubtsOnRecord = keptForEdition('doubts', async (facts: Facts): Promise<readonly Doubt[]> => {
  const found = [
    ...(await disagreementsOnEvents(facts)),
    ...(await totalsBelowTheirParts(facts)),
    ...(await disagreementsOnFigures(facts)),
    ...(await doubtedStatements(facts)).map(ofStatement),
  ];
  const names = await namesOfRecords(facts, [...new Set(found.map(({ id }) => id))]);
  return found
    .flatMap(({ id, ...doubt }): Doubt[] => {
      const named = names.get(id);
      return named ? [{ ...doubt, ...named }] : [];
    })
    .sort(
      (a, b) =>
        doubtKinds.indexOf(a.doubt) - doubtKinds.indexOf(b.doubt) ||
        (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0),
    );
});
