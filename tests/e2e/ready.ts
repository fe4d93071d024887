import type { Page } from '@playwright/test';

/** Waits until the script of the page, which is asked for after the first paint, hears keys. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}
