import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { graphqlDocuments } from './build/graphql-documents.ts';

const server = process.env.TOUCHSTONE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
    graphqlDocuments(fileURLToPath(new URL('./src', import.meta.url))),
    react(),
    // The server sends these as they are: what never changes is compressed once, and as well as it goes. Fonts are already.
    compression({ algorithms: ['gzip', 'brotli'], include: /assets\/.*\.(js|css|svg)$/, logLevel: 'silent' }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A data: URL would need a wider content security policy than the server sends.
  build: { target: 'es2023', assetsInlineLimit: 0, manifest: true },
  server: { proxy: { '/graphql': { target: server, ws: true }, '/files': server } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/lib/test-setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
