import { handOver } from './bootstrap.mjs';

await handOver('import.ts', { quiet: process.argv.includes('--json') });
