import { charts } from '@/charts/registry';

/** A page of a walk: where it is, and how heavy its HTML is before compression. */
export interface Walked {
  address: string;
  status: number;
  bytes: number;
}

/** Asks for a page; `cookie` signs somebody in. */
export type AskPage = (address: string) => Promise<{ status: number; text: string }>;

/** A page that is heavier than this makes people on slow lines wait. */
export const heaviest = 400_000;

/** Of a chart that is one of many alike, the one that stands for all. */
const oneOfMany = 'monthly-active-users';

/** Each chart with all that it has, and in each of its main states. */
export function statesOfCharts(): string[] {
  return charts.flatMap(({ slug, parameters, address }) => {
    const page = address ? `${address.under}/${oneOfMany}` : `/charts/${slug}`;
    return [
      page,
      ...(parameters.top ? [`${page}?top=all`] : []),
      ...Object.entries(parameters).flatMap(([name, parameter]) =>
        parameter.kind === 'choice'
          ? parameter.options
              .filter(({ value }) => value !== parameter.default)
              .map(({ value }) => `${page}?${name}=${value}`)
          : [],
      ),
      `/embed/charts/${slug}`,
    ];
  });
}

const ten = 'baidu~alibaba~tencent~huawei~sensetime~openai~google~zhipu~moonshot~minimax';

/** Pages that no link without a choice leads to. */
export const heavyStates: readonly string[] = [
  `/compare?vendors=${ten}`,
  `/compare?vendors=${ten}~anthropic~meta`,
  '/compare/models',
  '/indicators/api-input-price?top=all',
  '/changes?edition=1',
  '/search?q=%E6%A8%A1%E5%9E%8B',
  '/search?q=baidu',
  '/vendors?role=all',
  '/doubts?doubt=doubted',
  '/funding?sort=amount',
];

const anchor = /<a\s([^>]*)>/g;

function linksOf(html: string): { address: string; rel: string }[] {
  return [...html.matchAll(anchor)].flatMap(([, attributes = '']) => {
    const href = /href="([^"#]*)/.exec(attributes)?.[1] ?? '';
    const rel = /rel="([^"]*)"/.exec(attributes)?.[1] ?? '';
    return href.startsWith('/') && !href.startsWith('//')
      ? [{ address: href.replaceAll('&amp;', '&'), rel }]
      : [];
  });
}

/** Files, other languages, what only one reader is shown, and the desk are not part of a walk through the pages. */
const elsewhere =
  /^\/(?:en(?:[/?]|$)|api\/|editor|s\/|report|sign-in|set-up|feeds\/|data\/|oembed|mcp)|\.\w+(?:\?|$)/;

function isFollowed({ address, rel }: { address: string; rel: string }): boolean {
  if (elsewhere.test(address) || rel.includes('nofollow')) return false;
  return !address.includes('?') || rel === 'next';
}

/**
 * Walks through all pages that links lead to from the front page: each record, each list page after page. With a query
 * only the next page of a list is followed; states of charts and other heavy states are asked for one by one.
 */
export async function walkSite(ask: AskPage, atOnce = 4): Promise<Walked[]> {
  const waiting = ['/', ...statesOfCharts(), ...heavyStates];
  const known = new Set(waiting);
  const walked: Walked[] = [];
  const visit = async (address: string) => {
    const { status, text } = await ask(address);
    walked.push({ address, status, bytes: Buffer.byteLength(text) });
    for (const link of linksOf(text)) {
      if (known.has(link.address) || !isFollowed(link)) continue;
      known.add(link.address);
      waiting.push(link.address);
    }
  };
  while (waiting.length > 0) {
    const some = waiting.splice(0, atOnce);
    await Promise.all(some.map(visit));
  }
  return walked;
}
