import { request as sendPlain } from 'node:http';
import { request as sendSecure } from 'node:https';
import { Webhook as Signer } from 'standardwebhooks';
import type { PrismaClient } from '@/database/generated/client';
import { publicLookup, webhookAddress } from './webhook-address';

/** Milliseconds that a receiver has to answer. */
const patience = 10_000;
/** Seconds until the next try, after each that failed; then it is given up. */
export const retryAfter = [10, 60, 300, 1800, 7200, 21_600, 86_400] as const;
const longestPause = Math.max(...retryAfter);
/** Seconds that a try has before another process takes it up: its sender may have died. */
const lease = 60;

interface Due {
  id: number;
  edition: number;
  attempts: number;
  url: string;
  secret: string;
  origin: string;
  published: Date;
  noteZh: string;
  noteEn: string;
}

/**
 * Takes one delivery that is due; of several processes one gets it. Nothing ever waits longer than the longest pause: what
 * seems to was put off by a clock that was wrong, and is due.
 */
async function takeOne(client: PrismaClient): Promise<Due | undefined> {
  const [due] = await client.$queryRaw<Due[]>`
    UPDATE webhook_delivery d SET attempts = attempts + 1, next = now() + make_interval(secs => ${lease})
    FROM webhook w, edition e
    WHERE w.id = d.webhook_id AND e.number = d.edition AND d.id = (
      SELECT id FROM webhook_delivery WHERE state = 'waiting'
        AND (next <= now() OR next > now() + make_interval(secs => ${longestPause}))
      ORDER BY next, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING d.id, d.edition, d.attempts, w.url, w.secret, e.origin, e.published,
      e.note_zh AS "noteZh", e.note_en AS "noteEn"`;
  return due;
}

/** Sends bytes to an address of the public internet. Redirects are not followed. The status; throws where there is none. */
export function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const address = webhookAddress(url);
  if (address === null) return Promise.reject(new Error('this address may not be sent to'));
  const send = address.startsWith('https:') ? sendSecure : sendPlain;
  return new Promise((resolve, reject) => {
    const request = send(
      address,
      { method: 'POST', headers, lookup: publicLookup, signal: AbortSignal.timeout(patience), agent: false },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

function messageOf(due: Due, site: string): string {
  return JSON.stringify({
    type: 'edition.published',
    timestamp: due.published.toISOString(),
    data: {
      edition: due.edition,
      origin: due.origin,
      note: { zh: due.noteZh, en: due.noteEn },
      link: `${site}/changes?edition=${due.edition}`,
      changes: `${site}/api/v1/changes?since=${due.edition - 1}`,
    },
  });
}

async function sent(due: Due, site: string): Promise<{ status: number | null; error: string | null }> {
  const id = `delivery_${due.id}`;
  const now = new Date();
  const body = messageOf(due, site);
  try {
    const status = await post(due.url, body, {
      'Content-Type': 'application/json',
      'User-Agent': 'AI-Landscape-Webhook/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Signer(due.secret).sign(id, now, body),
    });
    return { status, error: status >= 200 && status < 300 ? null : `HTTP ${status}` };
  } catch (error) {
    return { status: null, error: (error as Error).message.slice(0, 300) };
  }
}

/**
 * Sends everything that is due. A receiver that fails is asked again later, with longer and longer pauses, under the same
 * `webhook-id`, by which it knows what it has seen.
 */
export async function sendDue(client: PrismaClient, site: string): Promise<number> {
  let count = 0;
  for (let due = await takeOne(client); due; due = await takeOne(client)) {
    const { status, error } = await sent(due, site);
    const pause = retryAfter[due.attempts - 1];
    const state = error === null ? 'delivered' : pause === undefined ? 'given-up' : 'waiting';
    // By the clock of the database, which also says what is due: ours may be another.
    await client.$executeRaw`
      UPDATE webhook_delivery SET state = ${state}, status = ${status}, error = ${error},
        ended = CASE WHEN ${state} = 'waiting' THEN NULL ELSE now() END,
        next = CASE WHEN ${state} = 'waiting' THEN now() + make_interval(secs => ${pause ?? 0}) ELSE next END
      WHERE id = ${due.id}`;
    count += 1;
  }
  return count;
}
