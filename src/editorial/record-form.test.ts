import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RecordKind, recordKinds, recordSchemas } from '@/records/record';
import { formFieldsOf } from './record-fields';
import { entriesOf, payloadOfForm } from './record-form';

const files: Partial<Record<RecordKind, string>> = {
  source: 'sources',
  organization: 'organizations',
  model: 'models',
  platform: 'platforms',
  product: 'products',
  industry: 'industries',
  placement: 'placements',
  coverage: 'coverages',
  'funding-event': 'funding-events',
  indicator: 'indicators',
  observation: 'observations',
  'people-move': 'people-moves',
  position: 'positions',
  thesis: 'theses',
  layer: 'layers',
};

describe('forms of records', () => {
  it('have an input for every field of every kind', () => {
    for (const kind of recordKinds)
      expect(
        formFieldsOf(kind)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(Object.keys(recordSchemas[kind].shape).sort());
  });

  for (const [kind, file] of Object.entries(files) as [RecordKind, string][]) {
    it(`say of every ${kind} on record what the record says`, () => {
      const fields = formFieldsOf(kind);
      const records: unknown[] = JSON.parse(readFileSync(`prisma/data/${file}.json`, 'utf8'));
      for (const record of records) {
        const payload = recordSchemas[kind].parse(record) as Record<string, unknown>;
        const back = recordSchemas[kind].safeParse(payloadOfForm(fields, entriesOf(fields, payload)));
        expect(back.error?.issues ?? [], JSON.stringify(payload).slice(0, 300)).toEqual([]);
        expect(back.data).toEqual(payload);
      }
    });
  }

  it('leave what is no number to the schema, and read amounts from their words', () => {
    const fields = formFieldsOf('funding-event');
    const payload = payloadOfForm(fields, {
      slug: 'x',
      organization: 'baidu',
      type: 'round',
      'statements.0.source': 'article',
      'statements.0.kind': 'claimed',
      'statements.0.amount.text': '数千万元',
      'statements.1.kind': 'claimed',
    });
    expect(payload.statements).toMatchObject([
      { amount: { min: 1e7, max: 1e8, kind: 'several', currency: 'CNY' } },
    ]);
    expect(payloadOfForm(formFieldsOf('model'), { parameters: 'many' }).parameters).toBe('many');
  });
});
