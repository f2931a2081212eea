import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { graphqlDocuments } from './build/graphql-documents.ts';
import { mantineStyles } from './build/mantine-styles.ts';

const server = process.env.TOUCHSTONE_URL ?? 'http://127.0.0.1:8080';

/**
 * Few files rather than many small ones: on a slow connection each costs a round trip more than its bytes. What every
 * first page needs is one, after the session (`start.ts`); so is what all pages outside of the session, all within it,
 * both of these and all lists have in common. A group takes along what its modules import and no group before it has.
 */
const CHUNKS = [
  { name: 'session', test: /\/src\/(start|lib\/((browser-)?session|locale))\.ts$|vite\/preload-helper/ },
  { name: 'first', tags: ['$initial' as const] },
  {
    name: 'both',
    test: /\/src\/(ui\/(color-scheme-switch|language-switch|wordmark)|lib\/(errors|format))\.tsx?$|\/Group\/Group\.mjs/,
  },
  {
    name: 'public',
    test: /\/src\/(features\/sessions\/public-page|ui\/failure-note|lib\/command)\.tsx?$|\/(Text|Password)Input\//,
  },
  {
    name: 'shell',
    test: /\/src\/(features\/shell\/shell|ui\/(page-header|toolbar|pager|empty-state|[a-z]+-badge)|features\/deliveries\/de[a-z]+-(chip|state))\.tsx$|\/IconCircleCheck\.mjs$/,
  },
  { name: 'lists', test: /\/src\/ui\/(keyset-list|no-rows|data-table|filter-menu|search-box)\.tsx$/ },
  { name: 'icons', test: /\/@tabler\/icons-react\//, minShareCount: 2 },
].map((group, index, { length }) => ({ ...group, priority: length - index }));

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
    graphqlDocuments(fileURLToPath(new URL('./src', import.meta.url))),
    react(),
    mantineStyles(),
    // The server sends these as they are: what never changes is compressed once, and as well as it goes. Fonts are already.
    compression({ algorithms: ['gzip', 'brotli'], include: /assets\/.*\.(js|css|svg)$/, logLevel: 'silent' }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A data: URL would need a wider content security policy than the server sends.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/files': server,
      '/certificates': server,
      '/product-pictures': server,
      '/rights-documents': server,
      '/ingest': server,
      '/packages': server,
      '/guest-packages': server,
      '/bank-statements': server,
      '^/funds/[^/]+/[^/]+\\.[a-z]+': server,
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/lib/test-setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
