import { startEmbedded } from '@/database/embedded';

const database = await startEmbedded(process.argv[2] ?? '');
process.send?.(database.url);
