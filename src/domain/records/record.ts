import type { z } from 'zod';
import { coverage } from './coverage';
import { exchangeRate } from './exchange-rate';
import { fundingEvent } from './funding-event';
import { indicator } from './indicator';
import { industry } from './industry';
import { layer } from './layer';
import { model } from './model';
import { observation } from './observation';
import { organization } from './organization';
import { peopleMove } from './people-move';
import { placement } from './placement';
import { platform } from './platform';
import { position } from './position';
import { product } from './product';
import { source } from './source';
import { thesis } from './thesis';

/** One schema per kind of record: form, API, import, proposal and starting facts all use it. */
export const recordSchemas = {
  source,
  industry,
  organization,
  layer,
  platform,
  model,
  product,
  placement,
  coverage,
  position,
  'exchange-rate': exchangeRate,
  'funding-event': fundingEvent,
  indicator,
  observation,
  'people-move': peopleMove,
  thesis,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];

/** The validated payload of a record of one kind. */
export type RecordPayload<K extends RecordKind = RecordKind> = z.infer<(typeof recordSchemas)[K]>;

/** Does this word name a kind of record? */
export function isRecordKind(word: string): word is RecordKind {
  return Object.hasOwn(recordSchemas, word);
}
