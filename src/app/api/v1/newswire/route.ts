import { z } from 'zod';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import { newsEventJson } from '@/newswire/news-json';
import { readNews } from '@/newswire/read-news';
import { ask } from '../../../asking';

/** Bytes that are read of one request. */
const most = 1024 * 1024;

const body = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ texts: z.array(z.string()).max(5000) }),
]);

const headers = { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' };

function refused(status: number, title: string): Response {
  return Response.json(
    { type: 'about:blank', title, status },
    { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } },
  );
}

/**
 * Reads news: {"text": …} gives {"events": […]}, {"texts": […]} gives {"results": [{"events": […]}, …]}, and
 * text/plain one JSON a line, as `npm run newswire` does.
 */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return refused(413, 'At most 1 MB of text.');
  const sent = await request.text();
  if (sent.length > most) return refused(413, 'At most 1 MB of text.');
  const organizations = (await ask(namesOfOrganizations)).map(({ name }) => name);
  const read = (text: string) => ({ events: readNews(text, { organizations }).map(newsEventJson) });
  if ((request.headers.get('content-type') ?? '').startsWith('text/plain')) {
    const lines = sent.replace(/\r?\n$/, '').split(/\r?\n/);
    return new Response(lines.map((line) => `${JSON.stringify(read(line))}\n`).join(''), {
      headers: { ...headers, 'Content-Type': 'application/x-ndjson; charset=utf-8' },
    });
  }
  const parsed = body.safeParse(jsonOf(sent));
  if (!parsed.success) {
    return refused(400, 'Send {"text": "…"}, {"texts": ["…"]}, or text/plain with one text a line.');
  }
  return Response.json(
    'text' in parsed.data ? read(parsed.data.text) : { results: parsed.data.texts.map(read) },
    {
      headers,
    },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
