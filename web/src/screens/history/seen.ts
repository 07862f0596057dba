import type { Attachment } from 'svelte/attachments';

/** Runs `act` once, a screen before the element comes into view. */
export function whenSeen(act: () => void): Attachment {
  return (element) => {
    const watching = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watching.disconnect();
        act();
      },
      { rootMargin: '100%' },
    );
    watching.observe(element);
    return () => watching.disconnect();
  };
}
