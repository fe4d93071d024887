import parseRange from 'range-parser';

/** Next drops Content-Length from answers of routes (send-response.js); the front sends what stands here as that. */
const lengthHeader = 'X-Content-Length';

/**
 * An answer with all of a file, or with the one part of it that the request asks for (RFC 9110, 14): what reads Parquet
 * over the network asks for its last bytes first. Several parts at once are answered with the whole, as is allowed.
 */
export function answerWithRange(
  request: Request,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const whole = { ...headers, 'Accept-Ranges': 'bytes' };
  const asked = request.headers.get('range');
  const condition = request.headers.get('if-range');
  // Ours are weak tags, which say nothing of bytes: a part is given to who names no tag.
  const ranges =
    asked === null || condition !== null || asked.length > 200 ? -2 : parseRange(body.length, asked);
  if (ranges === -1)
    return new Response(null, {
      status: 416,
      headers: { ...whole, 'Content-Range': `bytes */${body.length}`, 'Cache-Control': 'no-store' },
    });
  const [range, ...more] = ranges === -2 || ranges.type !== 'bytes' ? [] : ranges;
  if (!range || more.length > 0)
    return new Response(body, { headers: { ...whole, [lengthHeader]: String(body.length) } });
  const part = body.slice(range.start, range.end + 1);
  return new Response(part, {
    status: 206,
    headers: {
      ...whole,
      'Content-Range': `bytes ${range.start}-${range.end}/${body.length}`,
      [lengthHeader]: String(part.length),
    },
  });
}
