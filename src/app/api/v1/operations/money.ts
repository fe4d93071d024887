import { z } from 'zod';
import { addressOfRecord } from '@/database/queries/address-of-record';
import { fundingColumns } from '@/database/queries/funding-columns';
import { fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { moneyOfOrganization } from '@/database/queries/money-raised';
import { readFacts } from '@/database/reading';
import { knownBounds } from '@/domain/totals';
import { publicUrl } from '@/linking/public-url';
import { ApiProblem, type Operation } from '../operation';

const bilingual = z.object({ zh: z.string(), en: z.string() });

const answer = z.object({
  edition: z.int(),
  organization: z.object({ slug: z.string(), name: bilingual }),
  currency: z.enum(['CNY', 'USD']),
  atLeast: z
    .number()
    .nullable()
    .describe('The least that the records come to together; null where none that counts has an amount.'),
  atMost: z
    .number()
    .nullable()
    .describe(
      'The most; null where nothing is known, an amount is open, or undisclosed and in no sum over several rounds.',
    ),
  undisclosed: z.int().describe('Rounds without an amount that no sum holds. Never zero money.'),
  records: z.array(
    z.object({
      slug: z.string(),
      link: z.string(),
      standing: z
        .enum(['counted', 'contained', 'left-out'])
        .describe('Is it in the figure by its amount, by way of a sum that holds it, or not at all?'),
      floor: z.number().nullable().describe('What it adds to `atLeast`.'),
      ceiling: z.number().nullable().describe('What it adds to `atMost`; null is open.'),
      containedIn: z.array(z.string()).describe('Slugs of events that hold its money.'),
      why: bilingual.nullable().describe('Why it does not add to the figure.'),
    }),
  ),
});

const moneyRaised: Operation = {
  id: 'money-raised',
  method: 'get',
  path: '/money-raised/{organization}',
  tag: 'Records',
  summary: 'What an organization raised, and which records count, are contained in others, or are left out',
  description:
    'Of a sum over several rounds and the rounds that it spans the larger counts; what lies outside is added. Every page, chart and file counts money so.',
  parts: {
    organization: {
      description: 'Slug of the organization.',
      schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 120 },
    },
  },
  query: {
    currency: {
      description: 'Currency of the figures.',
      schema: { type: 'string', enum: ['cny', 'usd'], default: 'cny' },
    },
  },
  ofEdition: true,
  answer,
  async run({ path, search, edition }) {
    const currency = search.get('currency') === 'usd' ? 'USD' : 'CNY';
    return readFacts(async (facts) => {
      const address = await addressOfRecord(facts, 'organization', path.organization ?? '');
      if (address.at !== 'here') throw new ApiProblem(404, 'There is no organization of that slug.');
      const { total, standings } = await moneyOfOrganization(facts, address.id, currency);
      const { floor, ceiling } = knownBounds(total);
      const events = await fundingEventsInFull(facts, [...standings.keys()]);
      const named = (await fundingColumns(facts)).organizations.get(address.id);
      return {
        edition: facts.edition,
        body: {
          edition: facts.edition,
          organization: { slug: named?.slug, name: named?.name },
          currency,
          atLeast: floor,
          atMost: ceiling,
          undisclosed: total.undisclosed,
          records: events.flatMap(({ id, slug }) => {
            const told = standings.get(id);
            if (!told) return [];
            const counted = told.as === 'counted' ? told : null;
            return [
              {
                slug,
                link: `${publicUrl()}/funding/${slug}`,
                standing: told.as,
                floor: counted?.floor ?? null,
                ceiling: counted?.ceiling ?? null,
                containedIn: told.as === 'left-out' ? [] : told.holders,
                why: told.as === 'counted' ? null : told.why,
              },
            ];
          }),
        },
      };
    }, edition);
  },
};

/** Money raised, explained. */
export const moneyOperations: readonly Operation[] = [moneyRaised];
