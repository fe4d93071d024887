import { handOver } from './bootstrap.mjs';

await handOver('pictures.ts');
