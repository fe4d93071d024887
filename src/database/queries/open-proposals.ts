import type { RecordKind } from '@/records/record';
import type { Transaction } from '../client';
import type { Payload } from '../record-rows';

/** A change that waits for an editor. */
export interface OpenProposal {
  id: number;
  origin: string;
  note: string;
  created: Date;
  /** null: a reader without an account. */
  author: string | null;
  authorId: number | null;
  items: {
    kind: RecordKind;
    slug: string;
    baseVersion: number;
    payload: Payload | null;
    recordId: number | null;
    /** The record's version today; 0 where there is none. */
    version: number;
  }[];
}

/** Which proposals wait? The oldest first, at most `limit`; of one author only where `authorId` says so. */
export async function openProposals(
  db: Transaction,
  limit: number,
  authorId: number | null = null,
): Promise<OpenProposal[]> {
  return db.$queryRaw<OpenProposal[]>`
    SELECT p.id, p.origin, p.note, p.created, u.name AS author, p.author_id AS "authorId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'slug', i.slug, 'baseVersion', i.base_version,
          'payload', i.payload, 'recordId', r.id, 'version', coalesce(r.version, 0)) ORDER BY i.position), '[]')
        FROM proposal_item i LEFT JOIN record r ON r.kind = i.kind AND r.slug = i.slug WHERE i.proposal_id = p.id) AS items
    FROM proposal p LEFT JOIN "user" u ON u.id = p.author_id
    WHERE p.state = 'open' AND (${authorId}::int IS NULL OR p.author_id = ${authorId}::int)
    ORDER BY p.id LIMIT ${limit}`;
}
