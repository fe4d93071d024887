import type { z } from 'zod';
import { coverage } from './coverage/schema';
import { exchangeRate } from './exchange-rate/schema';
import { fundingEvent } from './funding-event/schema';
import { indicator } from './indicator/schema';
import { industry } from './industry/schema';
import { layer } from './layer/schema';
import { model } from './model/schema';
import { observation } from './observation/schema';
import { organization } from './organization/schema';
import { peopleMove } from './people-move/schema';
import { placement } from './placement/schema';
import { platform } from './platform/schema';
import { position } from './position/schema';
import { product } from './product/schema';
import { source } from './source/schema';
import { thesis } from './thesis/schema';

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
