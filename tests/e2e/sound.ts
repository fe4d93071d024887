import { test as base, expect } from '@playwright/test';

/** Tests in which every page is sound: no error in the console, nothing asked of another host. */
export const test = base.extend<{ sound: undefined }>({
  sound: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      const home = new URL(baseURL ?? '').host;
      page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
      page.on('console', (message) => {
        // The browser logs the status of a page that is not there; the tests look at statuses themselves.
        const aboutStatus = /Failed to load resource.*status of 4\d\d/.test(message.text());
        if (message.type() === 'error' && !aboutStatus) wrong.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { host, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && host !== home) wrong.push(`foreign request: ${request.url()}`);
      });
      await use(undefined);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});
