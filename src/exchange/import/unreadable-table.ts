import type { Bilingual } from '@/domain/bilingual';

/** Why a file is no table that can be read. */
export class UnreadableTable extends Error {
  constructor(readonly reason: Bilingual) {
    super(reason.en);
  }
}

export function unreadable(zh: string, en: string): UnreadableTable {
  return new UnreadableTable({ zh, en });
}

/** What a reading gives, or why there is nothing to read: a type that whoever asks has to look at. */
export async function orUnreadable<Result>(reading: Promise<Result>): Promise<Result | UnreadableTable> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableTable) return error;
    throw error;
  }
}
