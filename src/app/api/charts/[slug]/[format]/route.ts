import { ask } from '@/app/asking';
import { answerFile, fileSearch, noSuch } from '@/app/file-answer';
import { askedKnowledge } from '@/app/known';
import { chartFile } from '@/charts/engine/file';
import { fileFormats } from '@/charts/engine/file-format';
import { chartSearch } from '@/charts/landscape/map-state';
import { charts, chartsNear, findChart } from '@/charts/registry';
import { publicUrl } from '@/linking/public-url';
import { isOneOf } from '@/tables/media-types';

type Context = { params: Promise<{ slug: string; format: string }> };

/** A chart as SVG, PNG, CSV or JSON: /en/charts/models-by-vendor.png?top=5. Errors are JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, format } = await params;
  const found = findChart(slug);
  if (!found) {
    const slugs = charts.map((chart) => chart.slug);
    return noSuch('chart', slug, slugs, { closest: chartsNear(slug).map((chart) => chart.slug) });
  }
  if (!isOneOf(fileFormats, format)) return noSuch('format', format, fileFormats);
  const search = searchOf(request);
  const { chart, moved } = found;
  if (moved) {
    const query = search.size === 0 ? '' : `?${search}`;
    return new Response(null, {
      status: 308,
      headers: { Location: `/api/charts/${chart.slug}/${format}${query}` },
    });
  }
  return answerFile(`The chart ${chart.slug}`, format, async () => {
    const known = await askedKnowledge(search);
    if (known.problems.length > 0) return known;
    return chartFile(chart, format, search, (question) => ask(question, known.edition), publicUrl());
  });
}

/** The query; the files of the map show everybody, as the map does. */
function searchOf(request: Request): URLSearchParams {
  const search = fileSearch(request);
  return /^(?:\/en)?\/map\./.test(new URL(request.url).pathname) ? chartSearch(search) : search;
}
