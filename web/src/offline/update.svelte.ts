/** New versions of the app: fetched in the background, used when the app says so. */

let waiting = $state.raw<ServiceWorker | null>(null);
let isAsked = false;

/** Is a newer version of the app ready? Reactive. */
export function isUpdateReady(): boolean {
  return waiting !== null;
}

/** Use the newer version: loads the page anew. Never call it while a session is on the screen. */
export function takeUpdate(): void {
  isAsked = true;
  waiting?.postMessage('take-over');
}

/** Keep the app on the phone, so that it starts without a network. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('controllerchange', () => isAsked && location.reload());
  const registration = await serviceWorker.register('/service-worker.js', {
    updateViaCache: 'none',
  });
  const look = () => {
    waiting = serviceWorker.controller ? registration.waiting : null;
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  follow();
  look();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}
