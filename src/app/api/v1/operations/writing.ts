import { z } from 'zod';
import { clients } from '@/database/client';
import type { Lang } from '@/domain/bilingual';
import type { Problem } from '@/editorial/problem';
import { publish } from '@/editorial/publication';
import { submit } from '@/editorial/review';
import { recordKinds } from '@/records/record';
import { ApiProblem, type Operation } from '../operation';

/** Records of one proposal. */
const most = 1000;

const proposal = z.strictObject({
  note: z.string().trim().min(1).max(500).describe('What changes and why, for the editor and the history.'),
  publish: z
    .boolean()
    .default(false)
    .describe('Publish at once, where the token allows it; otherwise an editor decides.'),
  records: z
    .array(
      z.strictObject({
        kind: z.enum(recordKinds as [string, ...string[]]),
        slug: z.string().max(120),
        baseVersion: z
          .int()
          .min(0)
          .max(1_000_000_000)
          .default(0)
          .describe('The version that it changes; 0: a new record.'),
        payload: z
          .record(z.string(), z.unknown())
          .nullable()
          .describe('The whole record, as `GET /records/{kind}/{slug}` gives it; null retracts it.'),
      }),
    )
    .min(1)
    .max(most),
});

const state = z.object({
  proposal: z.int().nullable(),
  state: z.enum(['open', 'published', 'declined', 'withdrawn', 'unchanged']),
  edition: z.int().nullable().describe('The edition that it became.'),
  reason: z.string().nullable().describe('Why it was declined.'),
});

/** What is wrong with the records of a proposal, as a refusal. */
function refusedRecords(problems: readonly Problem[], lang: Lang): ApiProblem {
  const conflict = problems.some(({ cause }) => cause === 'conflict');
  return new ApiProblem(
    conflict ? 409 : 422,
    conflict ? 'Somebody has changed these records meanwhile.' : 'These records cannot be taken as they are.',
    problems.slice(0, 100).map(({ cause, item, kind, slug, field, reason }) => ({
      cause,
      item,
      kind,
      slug,
      field,
      reason: reason[lang],
    })),
  );
}

const propose: Operation = {
  id: 'propose',
  method: 'post',
  path: '/proposals',
  tag: 'Writing',
  summary: 'Proposes a change of records',
  description:
    'An editor decides it at /editor/proposals. All of its records are published together or none is.',
  ofEdition: false,
  scope: 'propose',
  body: { description: `Up to ${most} records.`, schema: proposal },
  answer: state,
  created: { status: 202, description: 'It waits for an editor.' },
  async run({ body, holder, lang }) {
    const { note, records, publish: atOnce } = body as z.infer<typeof proposal>;
    const { current } = clients();
    const draft = {
      origin: 'api' as const,
      note: { zh: note, en: note },
      authorId: holder?.accountId ?? 0,
      records,
    };
    if (atOnce) {
      if (holder?.scope !== 'publish') throw new ApiProblem(403, 'This token may propose, not publish.');
      const result = await publish(current, draft);
      if (result.outcome === 'refused') throw refusedRecords(result.problems, lang);
      const changed = result.outcome === 'published';
      return {
        edition: result.edition,
        body: {
          proposal: null,
          state: changed ? 'published' : 'unchanged',
          edition: result.edition,
          reason: null,
        },
        status: 200,
      };
    }
    const submitted = await submit(current, draft);
    if (submitted.outcome === 'refused') throw refusedRecords(submitted.problems, lang);
    return {
      edition: null,
      body: { proposal: submitted.proposalId, state: 'open', edition: null, reason: null },
      status: 202,
    };
  },
};

const find: Operation = {
  id: 'get-proposal',
  method: 'get',
  path: '/proposals/{id}',
  tag: 'Writing',
  summary: 'What became of a proposal of this token',
  parts: { id: { description: 'Its number.', schema: { type: 'integer', minimum: 1, maximum: 2147483647 } } },
  ofEdition: false,
  scope: 'propose',
  answer: state,
  async run({ path, holder }) {
    const found = await clients().current.proposal.findFirst({
      where: { id: Number(path.id), authorId: holder?.accountId ?? 0, origin: 'api' },
      include: { edition: { select: { number: true } } },
    });
    if (!found) throw new ApiProblem(404, `There is no proposal ${path.id} of this token.`);
    return {
      edition: null,
      body: {
        proposal: found.id,
        state: found.state,
        edition: found.edition?.number ?? null,
        reason: found.reason,
      },
    };
  },
};

/** Writing, with a token. */
export const writingOperations: readonly Operation[] = [propose, find];
