import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { graphqlDocuments } from './build/graphql-documents.ts';

/** GraphiQL for the demo: beside the portal and no part of it, so that the portal weighs what it weighs. */
export default defineConfig({
  root: fileURLToPath(new URL('./graphiql', import.meta.url)),
  base: '/graphiql/',
  publicDir: false,
  plugins: [
    graphqlDocuments(fileURLToPath(new URL('./src', import.meta.url))),
    react(),
    compression({ algorithms: ['gzip', 'brotli'], include: /assets\/.*\.(js|css|svg)$/, logLevel: 'silent' }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
  },
});
