import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { parseBoundedJson } from '@/domain/bounded-json';
import { useAllowance } from '../api/v1/allowance';
import { agentServer } from './tools';

/** Bytes of a message. */
const largest = 256 * 1024;

const headers = { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' };

function failure(status: number, message: string, more: Record<string, string> = {}): Response {
  const body = { jsonrpc: '2.0', error: { code: -32000, message }, id: null };
  return Response.json(body, { status, headers: { ...headers, ...more } });
}

/** The Model Context Protocol over streamable HTTP. Each message stands for itself; there is no session to keep. */
export async function POST(request: Request): Promise<Response> {
  const allowance = await useAllowance(request.headers.get('x-client-address') ?? 'unknown');
  if (!allowance.granted) return failure(429, 'Too many requests.', allowance.headers);
  const text = await request.text();
  if (text.length > largest) return failure(413, 'The message is too large.');
  let message: unknown;
  try {
    message = parseBoundedJson(text);
  } catch (error) {
    return failure(400, `The message is no valid JSON: ${(error as Error).message}`);
  }
  // The allowance counts messages, not what stands in them.
  if (Array.isArray(message)) return failure(400, 'Send one message at a time.');
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
  return failure(405, 'Send messages by POST.', { Allow: 'POST' });
}

export function DELETE(): Response {
  return failure(405, 'There are no sessions.', { Allow: 'POST' });
}

export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Content-Type, MCP-Protocol-Version, Mcp-Session-Id',
    },
  });
}
