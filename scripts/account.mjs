import { handOver } from './bootstrap.mjs';

await handOver('account.ts');
