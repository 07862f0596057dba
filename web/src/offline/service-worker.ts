export {};

declare const __ASSETS__: string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'innervate-shell-';
const CACHE = PREFIX + __VERSION__;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh(__ASSETS__))));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname === '/' || url.pathname.startsWith('/assets/') || isOurs(url.pathname)) {
    event.respondWith(fromShell(request, url.pathname));
  }
});

function isOurs(path: string): boolean {
  return __ASSETS__.includes(path);
}

/** Files of this version first, then of the one before: its pages may still be open. */
async function fromShell(request: Request, path: string): Promise<Response> {
  const current = await caches.open(CACHE);
  return (await current.match(path)) ?? (await caches.match(path)) ?? fetch(request);
}

function fresh(paths: string[]): Request[] {
  return paths.map((path) => new Request(path, { cache: 'reload' }));
}

/** Keeps the newest other version, for tabs that were opened with it. */
async function forgetOldShells(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}
