import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { StartProblem } from '@/database/start-problem';
import { runProgram } from './program';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function found(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  return known.find((place) => existsSync(place)) ?? null;
}

/** A Chromium for the browser tests: one that is there, else Playwright's, else the system's package. Its path. */
export async function findBrowser(): Promise<string> {
  const there = found();
  if (there) return there;
  await runProgram(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (found() === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update'], env);
    await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
  }
  const now = found();
  if (now) return now;
  throw new StartProblem(
    'No browser for the tests: install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium.',
  );
}
