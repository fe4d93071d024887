import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type EvidenceColumns, evidenceColumns } from '@/database/queries/evidence-columns';
import { type FundingColumns, fundingColumns, slugAt } from '@/database/queries/funding-columns';
import { organizationsWithActivity } from '@/database/queries/organizations-with-activity';
import { currentEdition, readFacts } from '@/database/reading';
import { publish } from '@/editorial/publication';
import { generatedOrganizations, generatedSources, publishInBatches } from '../../bench/generated-facts';
import { addFundingEvents, proposedEvents, surroundings } from '../../bench/generated-funding';
import { freshDatabaseWithFacts } from './database';

const events = 300;
let url: string;
let client: PrismaClient;

beforeAll(async () => {
  url = await freshDatabaseWithFacts();
  process.env.DATABASE_URL = url;
  client = connect(url);
  await addFundingEvents(client, events);
});

/** The events one by one, so that two sets of columns can be compared whatever numbers their sorts have. */
function rowsOf(columns: FundingColumns) {
  return Array.from({ length: columns.size }, (_, row) => ({
    slug: slugAt(columns, row),
    id: columns.id[row],
    company: columns.organizations.get(columns.organization[row] as number),
    sort: columns.sorts[columns.sort[row] as number],
    days: [columns.from[row], columns.to[row]],
    money: [
      columns.currency,
      columns.min,
      columns.max,
      columns.cnyMin,
      columns.cnyMax,
      columns.usdMin,
      columns.usdMax,
    ].map((column) => column[row]),
    investors: Array.from(
      columns.investor.subarray(columns.tookPartStart[row], columns.tookPartStart[row + 1]),
      (id, at) => [id, columns.role[(columns.tookPartStart[row] as number) + at]],
    ),
  }));
}

const said = ({ record, source, marks }: EvidenceColumns) =>
  Array.from(record, (id, at) => `${id} ${source[at]} ${marks[at]}`).sort();

const read = (edition?: number) =>
  readFacts(
    async (facts) => ({
      rows: rowsOf(await fundingColumns(facts)),
      said: said(await evidenceColumns(facts)),
      active: (await organizationsWithActivity(facts)).map((each) => ({
        ...each,
        basis: each.basis.toSorted((a, b) => a - b),
        raised: [...each.raised],
      })),
    }),
    edition,
  );

describe('funding as columns', () => {
  it('is the same, brought from edition to edition, as read anew, forwards and back', async () => {
    const before = { edition: await currentEdition(), ...(await read()) };
    const [changed, added] = [proposedEvents(3, 4, events)[0], proposedEvents(events, events + 1, events)[0]];
    if (!changed || !added) throw new Error('no events were made');
    const { organizations } = surroundings(events);
    const note = { zh: '更正', en: 'corrected' };
    const result = await publish(client, {
      origin: 'form',
      note,
      records: [
        // Another place in the order, another sort, other investors, another owner; one that goes, and one that comes;
        // and an organization that comes.
        {
          ...changed,
          baseVersion: 1,
          payload: {
            ...(changed.payload as object),
            organization: 'gen-org-11',
            announced: '2019-05-05',
            round: 'F轮',
            participations: [{ investor: 'gen-org-7', role: 'co-lead' }],
          },
        },
        { kind: 'funding-event', slug: 'gen-event-9', baseVersion: 1, payload: null },
        added,
        ...generatedOrganizations(organizations, organizations + 1),
      ],
    });
    expect(result).toMatchObject({ outcome: 'published', added: 2, changed: 1, retracted: 1 });
    const now = await read();
    expect(now.rows).not.toEqual(before.rows);
    expect(now.active).not.toEqual(before.active);
    const { edition, ...earlier } = before;
    expect(await read(edition)).toEqual(earlier);
    // Another address of the same database knows nothing yet, and reads all.
    process.env.DATABASE_URL = `${url}?application_name=anew`;
    const anew = await read();
    expect(now).toEqual(anew);
    expect(await read(edition)).toEqual(earlier);
    process.env.DATABASE_URL = url;
  });
});

describe('generated funding', () => {
  it('leaves the rows that publishing the same events leaves', async () => {
    const [made, published] = await Promise.all([freshDatabaseWithFacts(), freshDatabaseWithFacts()]);
    const [quick, slow] = [connect(made), connect(published)];
    await addFundingEvents(quick, events);
    const { organizations, sources } = surroundings(events);
    await publishInBatches(slow, [
      ...generatedSources(0, sources),
      ...generatedOrganizations(0, organizations),
    ]);
    await publishInBatches(slow, proposedEvents(0, events, events));
    const tables = [
      'record',
      'funding_event',
      'funding_statement',
      'participation',
      'citation',
      'proposal_item',
      'edition',
    ];
    for (const table of [...tables, 'change']) {
      const rows = async (db: PrismaClient) =>
        (
          await db.$queryRawUnsafe<{ row: string }[]>(
            // Times differ, and so do the numbers of the entries of the log, which are written in another order.
            `SELECT (to_jsonb(t) - 'at' - 'published' ${table === 'change' ? "- 'id'" : ''})::text AS row FROM "${table}" t`,
          )
        )
          .map(({ row }) => row)
          .sort();
      expect(await rows(quick), table).toEqual(await rows(slow));
    }
    await Promise.all([quick.$disconnect(), slow.$disconnect()]);
  });
});
