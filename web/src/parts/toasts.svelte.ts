/** Short messages at the foot of the screen, one at a time, each with at most one thing to do. */

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  action?: { label: string; run: () => void };
}

interface Options {
  tone?: Toast['tone'];
  action?: Toast['action'];
  /** How long it stays; Infinity: until it is dismissed. */
  ms?: number;
}

const STAY_MS = 6_000;
let shown = $state.raw<Toast>();
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;

/** The message on the screen now. Reactive. */
export function currentToast(): Toast | undefined {
  return shown;
}

/** Show `text`, with e.g. an undo. Returns what takes it away. */
export function toast(text: string, { tone = 'plain', action, ms = STAY_MS }: Options = {}): () => void {
  const id = ++count;
  shown = { id, text, tone, ...(action && { action }) };
  clearTimeout(timer);
  if (Number.isFinite(ms)) timer = setTimeout(() => dismiss(id), ms);
  return () => dismiss(id);
}

export function dismiss(id: number): void {
  if (shown?.id === id) shown = undefined;
}
