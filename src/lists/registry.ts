import type { RecordKind } from '@/records/record';
import { doubts } from './doubts/definition';
import type { AnyList } from './engine/definition';
import { funding } from './funding/definition';
import { indicators } from './indicators/definition';
import { industries } from './industries/definition';
import { models } from './models/definition';
import { people } from './people/definition';
import { sources } from './sources/definition';
import { vendors } from './vendors/definition';

/** Every list. */
export const lists: readonly AnyList[] = [
  vendors,
  models,
  funding,
  industries,
  indicators,
  people,
  sources,
  doubts,
];

/** The list of this slug. */
export function findList(slug: string): AnyList | undefined {
  return lists.find((list) => list.slug === slug);
}

/** The list whose rows are the records of a kind. */
export function listOfKind(kind: RecordKind): AnyList | undefined {
  return lists.find((list) => list.kind === kind);
}
