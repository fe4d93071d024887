import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';
import { webhookAddress } from './webhook-address';

/** An address that is told of publications, as the admin sees it. */
export interface Webhook {
  id: number;
  url: string;
  secret: string;
  created: Date;
}

/** What became of telling an address of an edition. */
export interface Delivery {
  id: number;
  url: string;
  edition: number;
  state: string;
  attempts: number;
  status: number | null;
  error: string | null;
  next: Date;
  ended: Date | null;
}

/** Keeps an address; null where it may not be sent to. */
export async function addWebhook(client: PrismaClient, url: string): Promise<number | null> {
  const address = webhookAddress(url.trim());
  if (address === null) return null;
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  return (await client.webhook.create({ data: { url: address, secret } })).id;
}

/** Addresses that are told, the newest first. */
export async function webhooks(client: PrismaClient): Promise<Webhook[]> {
  return client.webhook.findMany({
    where: { active: true },
    orderBy: { id: 'desc' },
    select: { id: true, url: true, secret: true, created: true },
  });
}

/** Tells an address nothing more. What it was told stays visible. */
export async function removeWebhook(client: PrismaClient, id: number): Promise<void> {
  await client.$transaction([
    client.webhook.updateMany({ where: { id }, data: { active: false } }),
    client.webhookDelivery.updateMany({
      where: { webhookId: id, state: 'waiting' },
      data: { state: 'given-up', ended: new Date(), error: 'removed' },
    }),
  ]);
}

/** Tries a delivery once more, now. */
export async function retryDelivery(client: PrismaClient, id: number): Promise<void> {
  await client.webhookDelivery.updateMany({
    where: { id, state: { in: ['given-up', 'waiting'] }, webhook: { active: true } },
    // Long ago: due by any clock.
    data: { state: 'waiting', attempts: 0, next: new Date(0), ended: null },
  });
}

/** The newest deliveries. */
export async function newestDeliveries(client: PrismaClient, most = 50): Promise<Delivery[]> {
  const rows = await client.webhookDelivery.findMany({
    orderBy: { id: 'desc' },
    take: most,
    include: { webhook: { select: { url: true } } },
  });
  return rows.map(({ webhook: { url }, webhookId: _, created: __, ...delivery }) => ({ ...delivery, url }));
}
