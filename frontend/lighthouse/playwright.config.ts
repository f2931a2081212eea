import { defineConfig } from '@playwright/test';
import suite from '../playwright.config';

/** Lighthouse over every page: `npm run lighthouse`. Measures, so nothing else runs beside it. */
export default defineConfig({
  ...suite,
  testDir: '.',
  workers: 1,
  outputDir: '../test-results/lighthouse',
  timeout: 240_000,
});
