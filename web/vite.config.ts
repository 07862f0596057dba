import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { compressed } from './tools/compressed.ts';
import { offlineShell, WORKER } from './tools/offline-shell.ts';

const server = process.env['INNERVATE_SERVER'] ?? 'http://127.0.0.1:8000';
/** The server compares Host and Origin, so both must be those of the page. */
const proxied = { target: server, changeOrigin: false };

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), offlineShell(), compressed()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'src/offline/service-worker.ts' },
      output: {
        entryFileNames: (chunk) =>
          chunk.name === WORKER ? '[name].js' : 'assets/[name]-[hash].js',
        // What the first screen needs is one file: many small ones compress badly.
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], test: (id) => !id.includes(WORKER) }],
        },
      },
    },
  },
  server: { proxy: { '/api': proxied, '/_allauth': proxied } },
  resolve: {
    // The build of Dexie for browsers of this decade.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }],
    ...(mode === 'test' && { conditions: ['browser'] }),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
}));
