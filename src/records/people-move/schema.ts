import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { optional, optionalDate, slug } from '../field-schemas';

/** What a move is: `promoted` stands for any new post in the same organization. */
export const moveKinds = ['founded', 'joined', 'left', 'promoted'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** Somebody founds, joins or leaves an organization, or gets another post in it. */
export const peopleMove = z.strictObject({
  slug,
  person: bilingual,
  kind: optional(z.enum(moveKinds)),
  /** What the person was, at `organization`. */
  was: bilingual,
  organization: optional(slug),
  did: bilingual,
  /** The organization that the person founded or joined, or got another post in. */
  joined: optional(slug),
  date: optionalDate,
  note: optional(bilingual),
  citations,
});
export type PeopleMove = z.infer<typeof peopleMove>;
