/** One import, followed until nothing moves any more. */

import { api, ApiProblem, Unreachable, type Import } from '../../api/client.ts';

const OFTEN_MS = 500;
const SELDOM_MS = 4_000;

export class Following {
  now = $state.raw<Import | null>(null);
  problem = $state<'offline' | 'gone' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(readonly id: string) {}

  /** Look until the server is done; while it cannot be reached, less often. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.now = await api.imports.get(this.id);
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof ApiProblem && error.status === 404 ? 'gone' : 'offline';
      if (!(error instanceof Unreachable || error instanceof ApiProblem)) throw error;
    }
    if (this.#isOver || this.problem === 'gone') return;
    const isMoving = this.now?.state === 'reading' || this.now?.state === 'writing';
    if (this.problem) this.#timer = setTimeout(() => void this.look(), SELDOM_MS);
    else if (isMoving) this.#timer = setTimeout(() => void this.look(), OFTEN_MS);
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}
