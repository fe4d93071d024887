import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { dateSpan } from '@/domain/partial-date';
import { fundingEvent } from '@/records/funding-event/schema';
import { type Model, model } from '@/records/model/schema';
import { observation } from '@/records/observation/schema';
import { peopleMove } from '@/records/people-move/schema';
import { source } from '@/records/source/schema';

/** What a file of facts can be told to be wrong about without opening a source. */
function read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  const text = readFileSync(path.join('prisma/data', file), 'utf8');
  return (JSON.parse(text) as unknown[]).map((each) => schema.parse(each));
}

const models = read('models.json', model);
const bySlug = new Map(models.map((each) => [each.slug, each]));
const sources = new Map(read('sources.json', source).map((each) => [each.slug, each]));
const newestReading = [...sources.values()]
  .map(({ retrieved }) => retrieved ?? '')
  .reduce((newest, day) => (day > newest ? day : newest));

const statementsOn = ({ citations }: Model, field: string) =>
  citations.filter(({ fields }) => fields.includes(field));
const doubted = (each: Model, ...fields: string[]) =>
  fields.some((field) => statementsOn(each, field).some(({ doubt }) => doubt !== null));

describe('the models on file', () => {
  it('are none of them released after the day on which the newest source was read', () => {
    const later = models.filter(({ released }) => released && dateSpan(released).from > newestReading);
    expect(later.map(({ slug, released }) => `${slug} ${released}`)).toEqual([]);
  });

  it('are not released before the family that they belong to or the model that they are made from, unless doubted', () => {
    const early = models.flatMap((each) =>
      (['memberOf', 'derivesFrom'] as const).flatMap((field) => {
        const origin = bySlug.get(each[field] ?? '');
        if (!each.released || !origin?.released || (field === 'memberOf' && !origin.family)) return [];
        if (
          dateSpan(each.released).to >= dateSpan(origin.released).from ||
          doubted(each, 'released', field)
        ) {
          return [];
        }
        return [`${each.slug} ${each.released} < ${origin.slug} ${origin.released}`];
      }),
    );
    expect(early).toEqual([]);
  });

  it('do not take the number in the name of an API for the day of release, where nothing else says so', () => {
    const taken = models.filter((each) => {
      const { released } = each;
      if (!released || doubted(each, 'released')) return false;
      const statements = statementsOn(each, 'released').filter(({ stated }) => stated === null);
      const numbered = statements.filter(({ locator }) => {
        const number = /[a-z][\w.]*-(?:20)?(\d{2})-?(\d{2})-?(\d{2})(?!\d)/i.exec(locator ?? '');
        return number !== null && released === `20${number[1]}-${number[2]}-${number[3]}`;
      });
      return numbered.length > 0 && numbered.length === statements.length;
    });
    expect(taken.map(({ slug }) => slug)).toEqual([]);
  });

  it('have the number of parameters that their names say, but for mixtures and where a statement says otherwise', () => {
    const odd = models.filter((each) => {
      const size = /(?<![A-Za-z0-9.])(\d+(?:\.\d+)?)\s?B\b/.exec(each.name.en)?.[1];
      if (!size || each.parameters === null || each.activeParameters !== null) return false;
      const share = each.parameters / (Number(size) * 1e9);
      const said = statementsOn(each, 'parameters').some(({ stated }) => stated !== null);
      return (share < 0.75 || share > 1.3) && !said;
    });
    expect(odd.map(({ slug, parameters }) => `${slug} ${parameters}`)).toEqual([]);
  });

  it('have contexts as their makers count them: 128K, never 125K, and none that is a filler', () => {
    const odd = models.filter(({ note }) => {
      const found = /上下文 ([\d.]+)([KM])/.exec(note?.zh ?? '');
      if (!found) return false;
      const [, number, unit] = found;
      return unit === 'K' ? ['125', '250', '123', '62.5', '195'].includes(number ?? '') : Number(number) > 10;
    });
    expect(odd.map(({ slug, note }) => `${slug}: ${note?.zh}`)).toEqual([]);
    for (const { note } of models) {
      const figure = /上下文 ([\d.]+[KM])/.exec(note?.zh ?? '')?.[1];
      if (figure) expect(note?.en).toContain(`ontext of ${figure} tokens`);
    }
  });

  it('are not smaller than the size that they are said to be made from', () => {
    const small = models.filter(({ parameters, derivesFrom }) => {
      const base = bySlug.get(derivesFrom ?? '');
      if (!parameters || !base?.parameters || !/\d\s?B\b/.test(base.name.en)) return false;
      return parameters < 0.75 * base.parameters;
    });
    expect(small.map(({ slug, derivesFrom }) => `${slug} < ${derivesFrom}`)).toEqual([]);
  });

  it('keep enough: 865 models, 680 of them dated', () => {
    expect(models.length).toBeGreaterThanOrEqual(865);
    expect(models.filter(({ released }) => released !== null).length).toBeGreaterThanOrEqual(680);
  });
});

describe('the observations on file', () => {
  const observations = read('observations.json', observation);

  it('hold no leftovers of binary fractions: 32.3 billion, not 32,299,999,999.999996', () => {
    const leftovers = observations.flatMap(({ slug, value, min, max }) =>
      [value, min, max].some((each) => each !== null && Number(each.toPrecision(12)) !== each) ? [slug] : [],
    );
    expect(leftovers).toEqual([]);
  });

  it('are not the same figure twice', () => {
    const figures = observations.filter(({ value, about, projection }) => value && about && !projection);
    const twice = figures.flatMap((one, index) =>
      figures.slice(index + 1).flatMap((other) => {
        if (one.indicator !== other.indicator || one.about !== other.about || one.unit !== other.unit)
          return [];
        const [a, b] = [dateSpan(one.date), dateSpan(other.date)];
        const apart = a.from > b.to || b.from > a.to;
        const same = Math.abs((one.value ?? 0) / (other.value ?? 1) - 1) < 0.005;
        return !apart && same ? [`${one.slug} = ${other.slug}`] : [];
      }),
    );
    expect(twice).toEqual([]);
  });

  it('lie in the future only where they are forecasts', () => {
    const early = observations.filter(
      ({ date, projection }) => !projection && dateSpan(date).from > newestReading,
    );
    expect(early.map(({ slug, date }) => `${slug} ${date}`)).toEqual([]);
  });
});

describe('the sources on file', () => {
  it('say each what was read of it', () => {
    expect([...sources.values()].filter(({ via }) => via === null).map(({ slug }) => slug)).toEqual([]);
  });

  it('are not published before what they tell of, but for forecasts, estimates and what they say otherwise', () => {
    /** Published more than a day before; a day is the difference between two places. */
    const before = (slug: string, date: string | null) => {
      const published = sources.get(slug)?.published;
      if (!published || !date) return false;
      return Date.parse(dateSpan(date).from) - Date.parse(dateSpan(published).to) > 24 * 60 * 60 * 1000;
    };
    const told = [
      ...read('observations.json', observation)
        .filter(({ projection }) => !projection)
        .map(({ slug, date, citations }) => ({ slug, date, citations })),
      ...read('people-moves.json', peopleMove).map(({ slug, date, citations }) => ({
        slug,
        date,
        citations,
      })),
      ...models.map((each) => ({
        slug: each.slug,
        date: each.released,
        citations: statementsOn(each, 'released'),
      })),
    ].flatMap(({ slug, date, citations }) =>
      citations
        .filter(({ stated, doubt, kind }) => stated === null && doubt === null && kind !== 'estimated')
        .map((each) => ({ slug, date, source: each.source })),
    );
    const funded = read('funding-events.json', fundingEvent).flatMap(({ slug, announced, statements }) =>
      statements
        .filter(({ kind }) => kind !== 'estimated')
        .map((each) => ({ slug, date: each.announced ?? announced, source: each.source })),
    );
    const early = [...told, ...funded].filter((each) => before(each.source, each.date));
    expect(early.map(({ slug, date, source: from }) => `${slug} ${date}: ${from}`)).toEqual([]);
  });
});

describe('the sums of several rounds on file', () => {
  it('say each what they span', () => {
    const silent = read('funding-events.json', fundingEvent).filter(
      ({ type, spans, spansFrom, spansTo }) =>
        type === 'cumulative' && spans.length === 0 && spansFrom === null && spansTo === null,
    );
    expect(silent.map(({ slug }) => slug)).toEqual([]);
  });
});
