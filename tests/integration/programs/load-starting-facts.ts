import { loadStartingFacts } from '@/editorial/starting-facts';

// A process of its own, so that a test can kill it at any moment.
process.send?.('started');
const result = await loadStartingFacts(process.env.DATABASE_URL ?? '');
process.exit(result.outcome === 'refused' ? 1 : 0);
