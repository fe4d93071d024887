import { setFlagsFromString } from 'node:v8';
import { handOver } from './bootstrap.mjs';

// A long table is read and written a part at a time; collecting sooner keeps the memory as small as a part.
setFlagsFromString('--heap-growing-percent=20');

await handOver('import.ts', { quiet: process.argv.includes('--json') });
