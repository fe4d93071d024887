import { startEmbedded } from '@/database/embedded';
import { writeFileSync } from 'node:fs';
const db = await startEmbedded('/tmp/attack-db');
writeFileSync('/tmp/attack-db.url', db.maintenanceUrl);
process.on('SIGTERM', () => db.stop().then(() => process.exit(0)));
setTimeout(() => db.stop().then(() => process.exit(0)), 3 * 3600_000);
