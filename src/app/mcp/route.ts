import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { parseBoundedJson } from '@/domain/bounded-json';
import { closest } from '@/linking/closest';
import { publicUrl } from '@/linking/public-url';
import { pointsOfBody, useAllowance } from '../api/v1/allowance';
import { agentServer, toolNames } from './tools';

/** Bytes of a message. */
const largest = 256 * 1024;

/** JSON-RPC's own codes, and that of a server for what it has none for. */
const codes = { parse: -32700, request: -32600, params: -32602, server: -32000 } as const;

const closed = { 'Cache-Control': 'no-store' };

function failure(
  status: number,
  code: number,
  message: string,
  more: Record<string, string> = {},
  id: unknown = null,
): Response {
  const body = { jsonrpc: '2.0', error: { code, message }, id };
  return Response.json(body, { status, headers: { ...closed, ...more } });
}

/**
 * Headers for the page that asks, or null where it may not. Programs send no origin; of pages only ours may ask, and those of
 * this machine, where people try things out. Else a page somewhere could have a visitor's browser ask a server that only
 * the visitor reaches (Model Context Protocol, Streamable HTTP, Security).
 */
function headersFor(request: Request): Record<string, string> | null {
  const origin = request.headers.get('origin');
  if (origin === null) return closed;
  const { protocol, hostname } = URL.canParse(origin) ? new URL(origin) : { protocol: '', hostname: '' };
  const here = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const ours = origin === new URL(publicUrl()).origin;
  return here || ours ? { ...closed, 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : null;
}

const foreign = () =>
  failure(403, codes.request, 'Pages of other sites may not ask here; programs may, without an Origin.');

/** A message of JSON-RPC 2.0 in its outlines: the library answers what is none with what its own check printed. */
const outlines = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int()]).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/** What is wrong with a message before anybody asks what it means; null where nothing is. */
function malformed(message: unknown): Response | null {
  const read = outlines.safeParse(message);
  if (!read.success)
    return failure(
      400,
      codes.request,
      'This is no message of JSON-RPC 2.0: {"jsonrpc":"2.0","id":1,"method":"…","params":{}}, its id a text or a whole number.',
    );
  const { method, params, id } = read.data;
  if (method !== 'tools/call' || params?.arguments === undefined) return null;
  if (z.record(z.string(), z.unknown()).safeParse(params.arguments).success) return null;
  return failure(200, codes.params, 'The arguments of a tool are an object: {"query":"…"}.', {}, id ?? null);
}

/** A call of a tool that there is not, with those that may have been meant; null for every other message. */
function unknownTool(message: unknown): Response | null {
  const { method, params, id } = (message ?? {}) as { method?: unknown; params?: unknown; id?: unknown };
  const name = (params as { name?: unknown } | undefined)?.name;
  if (method !== 'tools/call' || typeof name !== 'string' || toolNames.includes(name)) return null;
  const near = closest(name, toolNames, 2);
  const meant = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${toolNames.join(', ')}.`;
  return failure(200, codes.params, `There is no tool ${name.slice(0, 100)}. ${meant}`, {}, id ?? null);
}

/** The Model Context Protocol over streamable HTTP. Each message stands for itself; there is no session to keep. */
export async function POST(request: Request): Promise<Response> {
  const headers = headersFor(request);
  if (!headers) return foreign();
  const client = request.headers.get('x-client-address') ?? 'unknown';
  const allowance = await useAllowance(client);
  if (!allowance.granted) return failure(429, codes.server, 'Too many requests.', allowance.headers);
  const text = await request.text();
  if (text.length > largest) return failure(413, codes.request, 'The message is too large.');
  const work = await useAllowance(client, pointsOfBody(Buffer.byteLength(text)));
  if (!work.granted)
    return failure(429, codes.server, 'Too much to read in a minute; send less, or later.', work.headers);
  let message: unknown;
  try {
    message = parseBoundedJson(text);
  } catch (error) {
    return failure(400, codes.parse, `The message is no valid JSON: ${(error as Error).message}`);
  }
  // The allowance counts messages, not what stands in them.
  if (Array.isArray(message)) return failure(400, codes.request, 'Send one message at a time.');
  const wrong = malformed(message) ?? unknownTool(message);
  if (wrong) return wrong;
  const server = agentServer();
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    const response = await transport.handleRequest(request, { parsedBody: message });
    for (const [name, value] of Object.entries({ ...headers, ...allowance.headers }))
      response.headers.set(name, value);
    return response;
  } finally {
    await server.close();
  }
}

/** There is nothing to listen to, and no session to end. */
export function GET(): Response {
  return failure(405, codes.request, 'Send messages by POST.', { Allow: 'POST' });
}

export function DELETE(): Response {
  return failure(405, codes.request, 'There are no sessions.', { Allow: 'POST' });
}

export function OPTIONS(request: Request): Response {
  const headers = headersFor(request);
  if (!headers) return foreign();
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Content-Type, MCP-Protocol-Version, Mcp-Session-Id',
    },
  });
}
