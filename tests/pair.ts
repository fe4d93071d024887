import type { PrismaClient } from '@/database/generated/client';
import { type ProposalDraft, type Publication, publish } from '@/editorial/publication';

/** Two models that every publication changes together: whoever sees different numbers has seen half of one. */
export const pair = ['pair-left', 'pair-right'] as const;

const citations = [{ source: 'pair-report', kind: 'claimed' as const }];

/** A proposal that gives both models this many parameters, and a name with the number; with version 0, it makes them. */
export function pairWith(parameters: number, baseVersion: number): ProposalDraft {
  const models = pair.map((slug) => ({
    kind: 'model',
    slug,
    baseVersion,
    payload: {
      slug,
      name: { zh: `对照${parameters}号${slug}`, en: `Number ${parameters} ${slug}` },
      vendor: 'pair-vendor',
      tier: 'general',
      parameters,
      citations,
    },
  }));
  const others = [
    ['source', { slug: 'pair-report', title: 'A report', language: 'en' }] as const,
    [
      'organization',
      {
        slug: 'pair-vendor',
        name: { zh: '对照公司', en: 'Pair vendor' },
        kind: 'startup',
        roles: ['vendor'],
        citations,
      },
    ] as const,
  ].map(([kind, payload]) => ({ kind, slug: payload.slug, baseVersion: 0, payload }));
  return {
    origin: 'form',
    note: { zh: `第 ${parameters} 次`, en: `Number ${parameters}` },
    records: baseVersion === 0 ? [...others, ...models] : models,
  };
}

/** Publishes the pair again and again, each time with one parameter more; what each edition says stays known. */
export class PairPublisher {
  /** Edition → parameters. */
  readonly #published = new Map<number, number>();
  #version = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly publishDraft: (draft: ProposalDraft) => Promise<Publication>) {}

  static at(client: PrismaClient): PairPublisher {
    return new PairPublisher((draft) => publish(client, draft));
  }

  /** Returns the edition. */
  next(): Promise<number> {
    const published = this.#publish();
    this.#underWay = published.catch(() => undefined);
    return published;
  }

  async #publish(): Promise<number> {
    const parameters = this.#version + 1;
    const result = await this.publishDraft(pairWith(parameters, this.#version));
    if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
    this.#version += 1;
    this.#published.set(result.edition, parameters);
    return result.edition;
  }

  /** The parameters that an edition says. A reader may see an edition before its publisher has the answer: that is waited for. */
  async parametersAt(edition: number): Promise<number | undefined> {
    if (!this.#published.has(edition)) await this.#underWay;
    return this.#published.get(edition);
  }

  /** The newest edition whose publisher has the answer. */
  get newest(): number {
    return Math.max(...this.#published.keys());
  }
}

/** The numbers of the pair that stand on a page in English, each once. */
export function numbersOn(html: string): number[] {
  return [
    ...new Set([...html.matchAll(/Number (\d+) pair-(?:left|right)/g)].map(([, number]) => Number(number))),
  ];
}
