/** Tempo: seconds lowering, at the bottom, lifting, at the top; written `3-1-1-0`. */

export interface Tempo {
  readonly eccentric_s: number;
  readonly bottom_s: number;
  readonly concentric_s: number;
  readonly top_s: number;
}

const NOTATION = /^(\d+(?:\.\d)?)-(\d+(?:\.\d)?)-(\d+(?:\.\d)?|[xX])-(\d+(?:\.\d)?)$/;
const LONGEST_PHASE_S = 30;
const EXPLOSIVE_S = 0.5;

/** Read `3-1-1-0`; `X` for lifting counts half a second. Null if it is no tempo. */
export function parseTempo(notation: string): Tempo | null {
  const found = NOTATION.exec(notation.trim());
  if (!found) return null;
  const [eccentric_s, bottom_s, concentric_s, top_s] = found
    .slice(1)
    .map((part) => (part.toLowerCase() === 'x' ? EXPLOSIVE_S : Number(part))) as [
    number,
    number,
    number,
    number,
  ];
  const tempo = { eccentric_s, bottom_s, concentric_s, top_s };
  const phases = Object.values(tempo);
  return phases.every((phase) => phase <= LONGEST_PHASE_S) && repSeconds(tempo) > 0 ? tempo : null;
}

/** The tempo as a lifter writes it; `parseTempo` reads it back. */
export function tempoNotation(tempo: Tempo): string {
  return [tempo.eccentric_s, tempo.bottom_s, tempo.concentric_s, tempo.top_s].join('-');
}

/** Seconds one repetition takes. */
export function repSeconds(tempo: Tempo): number {
  return tempo.eccentric_s + tempo.bottom_s + tempo.concentric_s + tempo.top_s;
}
