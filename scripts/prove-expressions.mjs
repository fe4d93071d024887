import { handOver } from './bootstrap.mjs';

await handOver('prove-expressions.ts', { quiet: true });
