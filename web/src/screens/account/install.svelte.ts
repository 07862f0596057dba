/** The browser's own offer to install the app, kept until the lifter takes it. */

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

let offered: InstallPrompt | undefined;

/** Has the browser offered it? Reactive. */
export const installOffer = $state({ isOpen: false });

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
  installOffer.isOpen = true;
});

export async function install(): Promise<void> {
  await offered?.prompt();
  offered = undefined;
  installOffer.isOpen = false;
}
