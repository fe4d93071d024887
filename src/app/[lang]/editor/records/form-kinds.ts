import type { RecordKind } from '@/records/record';

/** Kinds of records that have a form, in the order in which editors use them. */
export const formKinds = [
  'funding-event',
  'organization',
  'model',
  'source',
  'product',
  'platform',
  'placement',
  'coverage',
  'industry',
  'indicator',
  'observation',
  'exchange-rate',
  'people-move',
  'position',
  'thesis',
  'layer',
] as const satisfies readonly RecordKind[];

export function isFormKind(text: string): text is (typeof formKinds)[number] {
  return formKinds.some((kind) => kind === text);
}
