import { charts } from '@/charts/registry';
import { currentEdition } from '@/database/reading';
import { publicUrl } from '@/linking/public-url';

/** What this site is and how programs read it, for language models (llmstxt.org). */
export async function GET(): Promise<Response> {
  const site = publicUrl();
  const edition = await currentEdition();
  const text = `# 大模型产业图谱 · AI Landscape

> An open tracker of the large-model industry, China's first of all: vendors, models, platforms, funding, value chain, indicators. Each figure has its source. This is edition ${edition}; every answer names its edition.

Money is as uncertain as it was stated: a range in units of its currency, null where nothing was disclosed. What is null is unknown, not zero. Cite the sources that come with an answer, and its edition. The facts are CC BY 4.0. Pages are in Chinese at /… and in English at /en/….

## For programs

- [API](${site}/api/v1/openapi.json): OpenAPI 3.1; reading needs no token; add lang=en for English
- [MCP](${site}/mcp): Model Context Protocol over streamable HTTP: search, compare, chart, record, funding, changes
- [Search](${site}/api/v1/search?q=ernie): names in any spelling, pinyin, initials
- [Changes](${site}/api/v1/changes?since=0): what was added, corrected, retracted
- [Data set](${site}/en/data): CSV, XLSX, JSON, NDJSON, Parquet, Frictionless Data Package
- [Feeds](${site}/feeds/funding.atom): funding events; /feeds/changes.atom for changes

## Pages

- [Vendors](${site}/en/vendors)
- [Models](${site}/en/models)
- [Industries](${site}/en/industries)
- [Funding](${site}/en/funding)
- [Comparison](${site}/en/compare): /en/compare.md?vendors=baidu~alibaba gives Markdown
- [Map of the industry](${site}/en/map)
- [Method](${site}/en/method)

## Charts

Each also as .csv, .json, .svg, .png.

${charts.map(({ slug, name }) => `- [${name.en}](${site}/en/charts/${slug})`).join('\n')}
`;
  return new Response(text, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'X-Edition': String(edition),
    },
  });
}
