import { answerChart, chartPath, filePath, statePath } from '@/charts/engine/answer';
import type { Snapshot } from '@/charts/engine/snapshot';
import { definition as landscape } from '@/charts/landscape/definition';
import { chartSearch, mapPath, own as ofMap } from '@/charts/landscape/map-state';
import type { State as LandscapeState } from '@/charts/landscape/rows';
import { chartOfPath, findChart } from '@/charts/registry';
import { compare, comparePath } from '@/compare/comparison';
import { headingOf } from '@/compare/finding';
import { isComparisonSnapshot, pinnedComparison } from '@/compare/snapshot';
import { subjectKeys } from '@/compare/subject-kind';
import { findShare } from '@/database/shares';
import type { Lang } from '@/domain/bilingual';
import { publicUrl } from '@/linking/public-url';
import { ask } from '../asking';
import { askedKnowledge } from '../known';

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** What other sites can show of an address of ours; addresses without the site and the language. */
export interface Embedded {
  title: string;
  /** The page. */
  page: string;
  /** What stands in the frame. */
  frame: string;
  /** A picture of about this size. */
  picture: (size: Size) => string;
}

interface Address {
  lang: Lang;
  path: string;
  search: URLSearchParams;
}

/** An address as a page of ours; null for any other. `/embed/…` is the page that it embeds. */
export function ownAddress(text: string): Address | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.origin !== new URL(publicUrl()).origin) return null;
  const [, english, path] = /^(\/en(?=\/))?(?:\/embed)?(\/.*)$/.exec(url.pathname) ?? [];
  return path === undefined ? null : { lang: english ? 'en' : 'zh', path, search: url.searchParams };
}

/** A chart, or the map, whose rows a chart has and whose address says more. */
async function chartAt(slug: string, search: URLSearchParams, map = false): Promise<Embedded | null> {
  const found = findChart(slug);
  if (!found) return null;
  const known = await askedKnowledge(search);
  const asked = map ? chartSearch(known.search) : known.search;
  return ask(async (facts) => {
    const answer = await answerChart(facts, found.chart, asked, map ? ofMap : []);
    return {
      title: answer.chart.question(answer.state)[search.get('lang') === 'en' ? 'en' : 'zh'],
      page: map
        ? mapPath({ chart: answer.state as LandscapeState, open: null, zoom: 100 })
        : chartPath(answer),
      frame: `/embed${statePath(answer)}`,
      picture: ({ width, height }: Size) =>
        filePath(answer, 'png', [`height=${height}`, 'scale=1', `width=${width}`]),
    };
  }, known.edition);
}

async function comparisonAt(kind: string, { lang, search }: Address): Promise<Embedded | null> {
  const key = subjectKeys.find((each) => each === kind);
  if (!key) return null;
  const known = await askedKnowledge(search);
  const comparison = await ask((facts) => compare(facts, key, known.search), known.edition);
  if (comparison.subjects.length === 0) return null;
  const path = comparePath(comparison.state);
  const picture = comparePath(comparison.state, '.png');
  return {
    title: headingOf(comparison, lang),
    page: path,
    frame: `/embed${path}`,
    picture: () => `${picture}${picture.includes('?') ? '&' : '?'}preview=1`,
  };
}

async function shareAt(code: string, { lang }: Address): Promise<Embedded | null> {
  const share = await findShare(code);
  if (!share) return null;
  if (share.snapshot === null)
    return embeddedAt({ lang, path: share.path, search: new URLSearchParams(share.state) });
  const title = isComparisonSnapshot(share.snapshot)
    ? headingOf(pinnedComparison(share.snapshot), lang)
    : (share.snapshot as Snapshot).shown[lang].title;
  return {
    title,
    page: `/s/${code}`,
    frame: `/embed/s/${code}`,
    picture: () => `/s/${code}.png?preview=1`,
  };
}

/** What an address shows: a chart, the map, a comparison, or what a pinned link showed. Null: none of these. */
export async function embeddedAt(address: Address): Promise<Embedded | null> {
  const { path, lang } = address;
  const search = new URLSearchParams([...address.search, ['lang', lang]]);
  const chart = chartOfPath(path, search);
  if (chart) return chartAt(chart.slug, chart.search);
  const [, room, rest] = /^\/(compare|s|map)(?:\/([A-Za-z0-9-]+))?$/.exec(path) ?? [];
  if (room === 'map' && rest === undefined) return chartAt(landscape.slug, search, true);
  if (room === 'compare') return comparisonAt(rest ?? 'vendors', address);
  if (room === 's' && rest !== undefined) return shareAt(rest, address);
  return null;
}
