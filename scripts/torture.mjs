import { handOver } from './bootstrap.mjs';

await handOver('torture.ts');
