import { handOver } from './bootstrap.mjs';

await handOver('newswire.ts', { quiet: true });
