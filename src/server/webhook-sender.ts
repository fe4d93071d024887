import { connect } from '@/database/client';
import { sendDue } from '@/editorial/webhook-sending';

/** Tells webhooks of publications for as long as the server runs. */
export interface WebhookSender {
  /** Something may be due: an edition was published. */
  wake: () => void;
  stop: () => Promise<void>;
}

/** Pause between looks for what is to be tried again, in milliseconds. */
const pause = 5000;
/** Connections of its own: one to send with, one to note. */
const connections = 2;

export function startWebhookSender(databaseUrl: string, site: string): WebhookSender {
  const client = connect(databaseUrl, connections);
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      // The database may be away; the next look finds what is due.
      await sendDue(client, site).catch(() => undefined);
    } while (again);
    running = null;
  };
  const wake = () => {
    again = true;
    running ??= run();
  };
  const timer = setInterval(wake, pause);
  timer.unref();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      await running;
      await client.$disconnect();
    },
  };
}
