import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from './citation';
import { optional, optionalDate, slug } from './field';

/** Somebody leaves, joins, founds or speaks up: who moved where. */
export const peopleMove = z.strictObject({
  slug,
  person: bilingual,
  /** What the person was, at `organization`. */
  was: bilingual,
  organization: optional(slug),
  did: bilingual,
  /** The organization that the person founded or joined. */
  joined: optional(slug),
  date: optionalDate,
  note: optional(bilingual),
  citations,
});
export type PeopleMove = z.infer<typeof peopleMove>;
