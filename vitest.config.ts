import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': path.resolve('src') };

/** What was found instead is told whole: it is all that the end of a run shows. */
const chaiConfig = { truncateThreshold: 600 };

/** What has a PostgreSQL: a database of its own for every file; a machine of two cores has no use for more at once. */
const withPostgres = {
  chaiConfig,
  setupFiles: ['tests/property-seed.ts'],
  globalSetup: ['tests/integration/server.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

// What belongs to which level is said by names (scripts/test-levels.ts).
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          chaiConfig,
          setupFiles: ['tests/property-seed.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,tsx}'],
          env: { LOG_LEVEL: 'silent' },
        },
      },
      {
        resolve: { alias },
        test: {
          ...withPostgres,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['**/*.thorough.test.ts'],
        },
      },
      {
        resolve: { alias },
        // What is tormented has the machine to itself: two at once are a torment of another kind.
        test: {
          ...withPostgres,
          maxWorkers: 1,
          name: 'thorough',
          include: ['tests/integration/**/*.thorough.test.ts'],
        },
      },
    ],
  },
});
