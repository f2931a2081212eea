import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** System Chromium against the real binary; every worker has a server and a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: fileURLToPath(new URL('./e2e/seed.ts', import.meta.url)),
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: true,
  // Two workers, each with a server and a browser, share the machine, and the longest journey takes a minute on a quick one.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Writing down every step takes time in each test: who looks for a failure asks for it.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
