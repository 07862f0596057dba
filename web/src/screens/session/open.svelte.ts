/** The open session: what the screen shows and every change it can make, each stored at once. */

import { Corrections } from '../../offline/corrections.svelte.ts';
import { plan, saveDraft } from '../../offline/draft.ts';
import {
  newId, removeSet, restore, saveSession, saveSet, type LoggedSession, type Preferences,
} from '../../offline/log.ts';
import type { CatalogueExercise } from '../../training/catalogue.ts';
import type { Connection } from '../../training/connection.ts';
import { ordinalOf, type Draft, type PlannedSet, type SetEdits } from '../../training/draft.ts';
import type { SessionBody, SessionRow, SetBody, SetRow } from '../../training/rows.ts';
import * as arrange from './arrange.ts';
import { cardsOf, currentOf, nextActive, nextPosition, performed, wholeOf, type Card } from './plan.ts';

/** A second tap this soon after the first is a slip, not the next set. */
const SLIP_MS = 500;
const FORGOTTEN_MS = 2 * 3_600_000;

export type Notice = { kind: 'stored' | 'open-again' | 'removed' | 'out'; set?: SetRow; exercise: string; n: number };

/** What can go wrong when the phone writes; `again` repeats the same write. */
export interface Trouble {
  error: unknown;
  again: () => Promise<void>;
}

export class OpenSession {
  session = $state.raw<SessionRow>()!;
  draft = $state.raw<Draft>({ session: '', exercises: [] });
  exercises = $state.raw<ReadonlyMap<string, CatalogueExercise>>(new Map());
  preferences = $state.raw<Preferences>()!;
  notice = $state.raw<Notice>();
  undo = $state.raw<() => Promise<void>>();
  trouble = $state.raw<Trouble>();
  isWriting = $state(false);
  #corrections = new Corrections();
  #logged = $state.raw<SetRow[]>([]);
  readonly sets = $derived(this.#corrections.over(this.#logged));
  readonly cards = $derived(cardsOf(this.draft, this.sets));
  readonly current = $derived(currentOf(this.cards, this.draft.active));
  /** On a clock that nobody can set back. */
  #calmFrom = 0;
  #drafts: Promise<unknown> = Promise.resolve();

  constructor(logged: LoggedSession, draft: Draft, more: Pick<OpenSession, 'exercises' | 'preferences'>) {
    this.session = logged.session;
    this.#logged = logged.sets;
    this.draft = draft;
    this.exercises = more.exercises;
    this.preferences = more.preferences;
  }

  /** Take over what another tab has stored meanwhile; the later plan counts. */
  follow({ session, sets }: LoggedSession, stored: Draft): void {
    if (this.isWriting) return;
    this.session = session;
    this.#logged = sets;
    this.#corrections.seen(sets);
    if ((stored.version ?? 0) > (this.draft.version ?? 0)) this.draft = stored;
  }

  nameOf(exercise: string): string {
    return this.exercises.get(exercise)?.name ?? exercise;
  }

  /** End the set that is up: store it, then start the rest and go on. A slip does nothing. */
  async end(connection: Connection | null, nowMs: number): Promise<void> {
    const current = this.current;
    if (!current || this.isWriting || performance.now() < this.#calmFrom) return;
    const { card, planned } = current;
    const fields = performed(card, planned, nextPosition(this.sets));
    const ended_at = this.#endAt(nowMs);
    const set = { ...fields, id: planned.id, session: this.session.id, ended_at } as SetBody & { id: string };
    if (connection) set.connection = connection;
    this.isWriting = true;
    await this.#attempt(async () => {
      const stored = await saveSet(set);
      this.#calmFrom = performance.now() + SLIP_MS;
      this.#settle(card, planned, stored, nowMs);
    });
    this.isWriting = false;
  }

  #settle(card: Card, planned: PlannedSet, stored: SetRow, nowMs: number): void {
    const before = this.draft;
    this.#show(stored);
    const active = nextActive(cardsOf(before, this.sets), card.exercise) ?? card.exercise;
    const length_s = before.rest?.length_s ?? this.preferences.rest_s;
    this.change({
      ...arrange.withoutSet(before, card.exercise, planned.id),
      active,
      rest: { from_ms: nowMs, length_s },
    });
    const done = [...card.done, stored];
    const { n } = ordinalOf(done, done.length - 1);
    this.#say({ kind: 'stored', set: stored, exercise: card.exercise, n }, () =>
      this.#takeBack(card, planned, before.rest),
    );
  }

  /** The set that was ended last is open again, with what was typed. */
  async #takeBack(card: Card, planned: PlannedSet, rest: Draft['rest']): Promise<void> {
    const { rest: _rest, ...back } = arrange.withSetBack(this.draft, card.exercise, planned);
    const version = (this.draft.version ?? 0) + 1;
    const draft = rest ? { ...back, rest, version } : { ...back, version };
    await saveDraft(draft);
    await removeSet(planned.id);
    this.draft = draft;
    this.#logged = this.#logged.filter((set) => set.id !== planned.id);
    const { n } = ordinalOf(wholeOf(card), card.done.length);
    this.#say({ kind: 'open-again', exercise: card.exercise, n });
  }

  /** Change a set that was ended, its rating too; null clears a field. */
  async correct(set: SetRow, edits: SetEdits): Promise<void> {
    const make = () => this.#corrections.make(set.id, edits);
    await this.#attempt(make, () => this.#correctAgain());
  }

  async remove(set: SetRow): Promise<void> {
    await this.#attempt(async () => {
      const alike = this.sets.filter((one) => one.exercise === set.exercise);
      const n = alike.findIndex((one) => one.id === set.id) + 1;
      const rows = await removeSet(set.id);
      this.#logged = this.#logged.filter((one) => one.id !== set.id);
      this.#say({ kind: 'removed', set, exercise: set.exercise, n }, async () => {
        await restore(rows);
        this.#show(set);
      });
    });
  }

  #show(set: SetRow): void {
    const others = this.#logged.filter((one) => one.id !== set.id);
    this.#logged = [...others, set].sort((a, b) => a.position - b.position);
  }

  /** Keep `draft` from now on: on the screen at once, on the phone right after. */
  change(draft: Draft): void {
    this.draft = { ...draft, version: (this.draft.version ?? 0) + 1 };
    this.#drafts = this.#drafts.then(() => this.#attempt(() => saveDraft(this.draft)));
  }

  edit(card: Card, planned: PlannedSet, edits: SetEdits): void {
    this.change(arrange.withEdits(this.draft, card.exercise, planned.id, edits));
  }

  /** Take an exercise, or what is planned of it, out of the session. */
  drop(card: Card): void {
    const before = this.draft;
    const left = card.done.length ? (entry: Card) => [{ ...entry, planned: [] }] : () => [];
    const parted = arrange.parted(before, card.exercise);
    this.change(arrange.replaced(parted, card.exercise, () => left(card)));
    this.#say({ kind: 'out', exercise: card.exercise, n: 0 }, () => this.change(before));
  }

  async add(exercise: string): Promise<void> {
    const entry = await plan({ exercise }, Date.parse(this.session.started_at));
    const done = this.sets.filter((set) => set.exercise === exercise).length;
    this.change(arrange.withExercise(this.draft, entry, newId, done));
  }

  async swap(card: Card, exercise: string): Promise<void> {
    const sets = card.planned.length;
    const entry = await plan({ exercise, sets }, Date.parse(this.session.started_at));
    this.change(arrange.swapped(this.draft, card.exercise, entry, card.done.length));
  }

  addSet(card: Card): void {
    const draft = arrange.withSet(this.draft, card.exercise, newId(), card.done.length);
    this.change({ ...draft, active: card.exercise });
  }

  side(card: Card, isOneSided: boolean): void {
    this.change(arrange.sided(this.draft, card.exercise, isOneSided, newId));
  }

  async describe(body: Partial<SessionBody>): Promise<void> {
    await this.#attempt(async () => {
      this.session = await saveSession({ ...this.session, ...body });
    });
  }

  rest(rest: Draft['rest']): void {
    const { rest: _before, ...draft } = this.draft;
    this.change(rest ? { ...draft, rest } : draft);
  }

  /** Close the session. Forgotten for hours, it ended with its last set. */
  async finish(nowMs: number): Promise<void> {
    const ends = this.sets.map((set) => Date.parse(set.ended_at ?? ''));
    const last = Math.max(...ends.filter((ms) => !Number.isNaN(ms)));
    const end = Number.isFinite(last) && nowMs - last > FORGOTTEN_MS ? last : nowMs;
    await this.describe({ ended_at: this.#endAt(end) });
  }

  /** Nothing ends before the session began, even where the clock was set back meanwhile. */
  #endAt(ms: number): string {
    return new Date(Math.max(ms, Date.parse(this.session.started_at))).toISOString();
  }

  #say(notice: Notice, takeBack?: () => Promise<void> | void): void {
    this.notice = notice;
    this.undo = takeBack && this.#undoBy(takeBack);
  }

  /** What takes a change back, once; it stays to be tapped until that has succeeded. */
  #undoBy(takeBack: () => Promise<void> | void): () => Promise<void> {
    const notice = this.notice;
    let isUnderWay = false;
    const undo = async (): Promise<void> => {
      if (isUnderWay || this.undo !== undo) return;
      isUnderWay = true;
      await this.#attempt(async () => {
        await takeBack();
        if (this.undo === undo) this.undo = undefined;
        if (this.notice === notice) this.notice = undefined;
      }, undo);
      isUnderWay = false;
    };
    return undo;
  }

  /** Write; where that fails, say so and offer to try `again`, once. */
  async #attempt(
    write: () => Promise<void> | void,
    again: () => Promise<void> = () => this.#attempt(write),
  ): Promise<void> {
    try {
      await write();
    } catch (error) {
      const trouble: Trouble = { error, again: () => this.#retry(trouble, again) };
      this.trouble = trouble;
      return;
    }
    this.trouble = undefined;
    // What could not be corrected before may be now; nothing that is not stored goes unsaid.
    if (this.#corrections.hasFailed) await this.#correctAgain();
  }

  async #retry(trouble: Trouble, again: () => Promise<void>): Promise<void> {
    if (this.trouble !== trouble) return;
    this.trouble = undefined;
    await again();
  }

  #correctAgain(): Promise<void> {
    return this.#attempt(() => this.#corrections.again());
  }
}
