import { handOver } from './bootstrap.mjs';

await handOver('licences.ts', { quiet: true });
