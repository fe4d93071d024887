import { editionAsKnown } from '@/database/queries/edition-as-known';
import { allowedText } from '@/i18n/charts';
import { knownNames, readKnown } from '@/linking/known';
import type { Problem } from '@/linking/state';

/** The state of knowledge that an address asks for. `edition` undefined: today's. */
export interface AskedKnowledge {
  edition: number | undefined;
  /** When that edition was published. */
  published: Date | null;
  problems: Problem[];
  /** The query without a wish that cannot be met. */
  search: URLSearchParams;
}

/** Finds the edition that `edition=` or `known=` asks for; what cannot be had is told, and today stands. */
export async function askedKnowledge(search: URLSearchParams): Promise<AskedKnowledge> {
  const { known, problems } = readKnown(search);
  const without = new URLSearchParams(
    [...search].filter(([name]) => !knownNames.some((each) => each === name)),
  );
  const today = { edition: undefined, published: null, search: without };
  if (known.kind === 'now') return { ...today, problems };
  const found = await editionAsKnown(known);
  if (found.found) return { edition: found.edition, published: found.published, problems, search };
  const parameter = known.kind === 'day' ? 'known' : 'edition';
  const value = known.kind === 'day' ? known.day : String(known.edition);
  const allowed =
    known.kind === 'day' && found.first
      ? allowedText.daysFrom(found.first.day)
      : allowedText.editionsUpTo(found.newest);
  return { ...today, problems: [{ parameter, value, allowed }] };
}
