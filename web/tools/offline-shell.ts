import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const WORKER = 'service-worker';

/** Tells the service worker which files make up the app, and gives that list a version. */
export function offlineShell(): Plugin {
  let publicFolder = 'public';
  return {
    name: 'innervate-offline-shell',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    generateBundle(_options, bundle) {
      const worker = bundle[`${WORKER}.js`];
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
      const digest = createHash('sha256');
      const built = Object.values(bundle).filter((file) => file !== worker);
      for (const file of built) digest.update(file.type === 'chunk' ? file.code : file.source);
      const still = readdirSync(publicFolder, { recursive: true, encoding: 'utf8' });
      const files = still.filter((name) => /\.\w+$/.test(name));
      for (const name of files) digest.update(readFileSync(join(publicFolder, name)));
      const paths = [...built.map((file) => file.fileName), ...files].sort();
      const assets = paths.map((path) => (path === 'index.html' ? '/' : `/${path}`));
      worker.code = worker.code
        .replaceAll('__ASSETS__', JSON.stringify(assets))
        .replaceAll('__VERSION__', JSON.stringify(digest.digest('hex').slice(0, 12)));
    },
  };
}
