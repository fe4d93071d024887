import { handOver } from './bootstrap.mjs';

await handOver('build.ts');
