import type { Attachment } from 'svelte/attachments';

const FIRST_MS = 420;
const SLOWEST_MS = 140;
const FASTEST_MS = 45;

/** Runs `act` at a press, and again and again, ever faster, while the button is held down. */
export function whileHeld(act: () => void): Attachment<HTMLButtonElement> {
  return (button) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasHeld = false;
    const stop = () => clearTimeout(timer);
    const again = (pauseMs: number) => {
      wasHeld = true;
      act();
      timer = setTimeout(again, pauseMs, Math.max(FASTEST_MS, pauseMs * 0.9));
    };
    const press = ({ button: which }: PointerEvent) => {
      stop();
      wasHeld = false;
      if (which === 0) timer = setTimeout(again, FIRST_MS, SLOWEST_MS);
    };
    const click = () => {
      stop();
      if (!wasHeld) act();
      wasHeld = false;
    };
    const keepMenuAway = (event: Event) => event.preventDefault();
    const listeners = { pointerdown: press, click, contextmenu: keepMenuAway } as const;
    for (const [name, run] of Object.entries(listeners)) {
      button.addEventListener(name, run as EventListener);
    }
    const ends = ['pointerup', 'pointercancel', 'pointerleave', 'blur'] as const;
    for (const name of ends) button.addEventListener(name, stop);
    return () => {
      stop();
      for (const [name, run] of Object.entries(listeners)) {
        button.removeEventListener(name, run as EventListener);
      }
      for (const name of ends) button.removeEventListener(name, stop);
    };
  };
}
