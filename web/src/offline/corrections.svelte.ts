/** Corrections of stored sets: seen at once, written in the order they were made, never lost. */

import { edited, type SetEdits } from '../training/draft.ts';
import type { SetRow } from '../training/rows.ts';
import { amendSet, InvalidRow } from './log.ts';

interface Correction {
  id: string;
  edits: SetEdits;
  state: 'under way' | 'failed' | 'written';
  /** Of the row it was written with. */
  stamp?: string;
}

export class Corrections {
  #made = $state.raw<readonly Correction[]>([]);

  /** `sets` as the lifter corrected them, those on their way to the log too. */
  over(sets: readonly SetRow[]): SetRow[] {
    const made = this.#made;
    return sets.map((set) =>
      made.filter((one) => isOf(one, set)).reduce((row, { edits }) => edited(row, edits), set),
    );
  }

  /**
   * Correct a set; null clears a field. What failed of it before is tried along.
   *
   * The write starts at once: the database runs it after earlier ones and before later ones.
   */
  async make(id: string, edits: SetEdits): Promise<void> {
    const failed = this.#made.filter((one) => one.id === id && one.state === 'failed');
    const all = Object.assign({}, ...failed.map((one) => one.edits), edits) as SetEdits;
    const correction: Correction = { id, edits: all, state: 'under way' };
    this.#made = [...this.#made.filter((one) => !failed.includes(one)), correction];
    try {
      const row = await amendSet(id, all);
      this.#turn(correction, row ? [{ ...correction, state: 'written', stamp: row.stamp }] : []);
    } catch (error) {
      // What cannot be so will not be so later either; everything else is kept for another try.
      const isSlip = error instanceof InvalidRow;
      this.#turn(correction, isSlip ? failed : [{ ...correction, state: 'failed' }]);
      throw error;
    }
  }

  get hasFailed(): boolean {
    return this.#made.some(({ state }) => state === 'failed');
  }

  /** Write once more what could not be written. */
  async again(): Promise<void> {
    const ids = new Set(this.#made.filter(({ state }) => state === 'failed').map(({ id }) => id));
    await Promise.all([...ids].map((id) => this.make(id, {})));
  }

  /** Forget the corrections that `sets`, as the log has them now, already show. */
  seen(sets: readonly SetRow[]): void {
    const stamps = new Map(sets.map(({ id, stamp }) => [id, stamp]));
    const isShown = ({ id, stamp }: Correction) => stamp && (stamps.get(id) ?? stamp) >= stamp;
    if (this.#made.some(isShown)) this.#made = this.#made.filter((one) => !isShown(one));
  }

  #turn(from: Correction, to: readonly Correction[]): void {
    this.#made = this.#made.flatMap((one) => (one === from ? to : one));
  }
}

function isOf({ id, stamp = '' }: Correction, set: SetRow): boolean {
  return id === set.id && !(stamp && set.stamp >= stamp);
}
