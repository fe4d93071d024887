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
