import { defineConfig } from '@playwright/test';

// The server is started by `npm test` (scripts/test.ts), on a database of its own; BASE_URL says where.
export default defineConfig({
  testDir: 'tests/e2e',
  // What belongs to which level is said by names (scripts/test-levels.ts).
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts', testIgnore: '**/*.thorough.spec.ts' },
    { name: 'thorough-browser', testMatch: '**/*.thorough.spec.ts' },
  ],
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    trace: 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
