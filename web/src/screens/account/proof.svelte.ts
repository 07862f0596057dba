/** Doing what the server wants fresh proof for: try, ask who it is, try again. */

import type { AuthAnswer } from '../../api/client.ts';
import { wantsProof } from './answers.ts';

export class Proof {
  /** What the lifter may prove themselves with, while the question is open. */
  ways = $state<string[] | null>(null);
  #settle: ((isProven: boolean) => void) | undefined;

  /** The answer to `action`, after proof where that was wanted; null where the lifter gave none. */
  async run<A extends AuthAnswer<unknown>>(action: () => Promise<A>): Promise<A | null> {
    const answer = await action();
    if (!wantsProof(answer as AuthAnswer)) return answer;
    return (await this.ask(waysOf(answer as AuthAnswer))) ? action() : null;
  }

  /** Ask who it is, to be answered in one of `ways`. */
  ask(ways: string[]): Promise<boolean> {
    this.ways = ways;
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  settle(isProven: boolean): void {
    this.ways = null;
    this.#settle?.(isProven);
  }
}

function waysOf(answer: AuthAnswer): string[] {
  return (answer.data?.flows ?? []).flatMap(({ id, types }) => {
    if (id === 'reauthenticate') return ['password'];
    return id === 'mfa_reauthenticate' ? (types ?? []) : [];
  });
}
