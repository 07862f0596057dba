/** A QR code drawn on the phone, so that the secret inside it is shown to no one else (ISO/IEC 18004, byte mode, level M). */

import { withErrorCorrection } from './reed-solomon';

/** `true` is a dark square; a row at a time, without the quiet border. */
export type Squares = boolean[][];

const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const LAST_VERSION = BLOCKS.length - 1;
const LEVEL_M = 0;
const FORMAT_GENERATOR = 0x537;
const FORMAT_MASK = 0x5412;
const VERSION_GENERATOR = 0x1f25;

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

interface Grid {
  size: number;
  dark: Squares;
  /** Squares that carry the pattern and not the text, and so are never masked. */
  fixed: Squares;
}

/** The code for `text`; throws where the text is longer than 400 bytes or so. */
export function qrSquares(text: string): Squares {
  const bytes = new TextEncoder().encode(text);
  const version = smallestVersion(bytes.length);
  const words = withErrorCorrection(
    dataWords(bytes, version), BLOCKS[version]!, CORRECTION[version]!, totalWords(version));
  const candidates = MASKS.map((_mask, index) => drawn(version, words, index));
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

function smallestVersion(length: number): number {
  for (let version = 1; version <= LAST_VERSION; version += 1) {
    const header = version < 10 ? 2 : 3;
    if (length + header <= dataCapacity(version)) return version;
  }
  throw new RangeError('The text is too long for a QR code of this size.');
}

function totalWords(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    bits -= (25 * marks - 10) * marks - 55;
    if (version >= 7) bits -= 36;
  }
  return Math.floor(bits / 8);
}

function dataCapacity(version: number): number {
  return totalWords(version) - BLOCKS[version]! * CORRECTION[version]!;
}

function dataWords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let at = length - 1; at >= 0; at -= 1) bits.push((value >>> at) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  const capacity = dataCapacity(version) * 8;
  push(0, Math.min(4, capacity - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    words.push(bits.slice(at, at + 8).reduce((word, bit) => (word << 1) | bit, 0));
  }
  return words;
}

function drawn(version: number, words: number[], mask: number): Squares {
  const size = version * 4 + 17;
  const blank = (): Squares => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const grid: Grid = { size, dark: blank(), fixed: blank() };
  drawPatterns(grid, version);
  drawFormat(grid, mask);
  drawWords(grid, words, MASKS[mask]!);
  return grid.dark;
}

function place(grid: Grid, x: number, y: number, dark: boolean): void {
  if (x < 0 || y < 0 || x >= grid.size || y >= grid.size) return;
  grid.dark[y]![x] = dark;
  grid.fixed[y]![x] = true;
}

function drawPatterns(grid: Grid, version: number): void {
  for (let at = 0; at < grid.size; at += 1) {
    place(grid, 6, at, at % 2 === 0);
    place(grid, at, 6, at % 2 === 0);
  }
  const far = grid.size - 4;
  for (const [x, y] of [[3, 3], [far, 3], [3, far]] as const) drawRings(grid, x, y, 4);
  const marks = alignment(version);
  const last = marks.length - 1;
  marks.forEach((x, i) => marks.forEach((y, j) => {
    const taken = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
    if (!taken) drawRings(grid, x, y, 2);
  }));
  if (version >= 7) drawVersion(grid, version);
}

/** A finder (radius 4, the outermost ring is white) or an alignment mark (radius 2). */
function drawRings(grid: Grid, x: number, y: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      place(grid, x + dx, y + dy, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

function alignment(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const marks = Array.from({ length: count - 1 }, (_, at) => version * 4 + 10 - at * step);
  return [6, ...marks.reverse()];
}

function remainder(value: number, generator: number, degree: number): number {
  let rest = value;
  for (let at = 0; at < degree; at += 1) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return rest;
}

function drawVersion(grid: Grid, version: number): void {
  const bits = (version << 12) | remainder(version, VERSION_GENERATOR, 12);
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >>> at) & 1) !== 0;
    const a = grid.size - 11 + (at % 3);
    const b = Math.floor(at / 3);
    place(grid, a, b, dark);
    place(grid, b, a, dark);
  }
}

function drawFormat(grid: Grid, mask: number): void {
  const value = (LEVEL_M << 3) | mask;
  const bits = ((value << 10) | remainder(value, FORMAT_GENERATOR, 10)) ^ FORMAT_MASK;
  const dark = (at: number): boolean => ((bits >>> at) & 1) !== 0;
  for (let at = 0; at <= 5; at += 1) place(grid, 8, at, dark(at));
  place(grid, 8, 7, dark(6));
  place(grid, 8, 8, dark(7));
  place(grid, 7, 8, dark(8));
  for (let at = 9; at < 15; at += 1) place(grid, 14 - at, 8, dark(at));
  for (let at = 0; at < 8; at += 1) place(grid, grid.size - 1 - at, 8, dark(at));
  for (let at = 8; at < 15; at += 1) place(grid, 8, grid.size - 15 + at, dark(at));
  place(grid, 8, grid.size - 8, true);
}

function drawWords(grid: Grid, words: number[], mask: (x: number, y: number) => boolean): void {
  let bit = 0;
  for (let right = grid.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < grid.size; step += 1) {
      const upward = ((right + 1) & 2) === 0;
      const y = upward ? grid.size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid.fixed[y]![x]) continue;
        const word = words[bit >>> 3] ?? 0;
        grid.dark[y]![x] = (((word >>> (7 - (bit & 7))) & 1) !== 0) !== mask(x, y);
        bit += 1;
      }
    }
  }
}

/** How hard the drawing is for a camera to read; the mask with the least wins. */
function penalty(squares: Squares): number {
  const size = squares.length;
  const columns = squares.map((_, x) => squares.map((row) => row[x]!));
  let sum = 0;
  for (const line of [...squares, ...columns]) sum += runPenalty(line);
  let dark = 0;
  squares.forEach((row, y) => row.forEach((square, x) => {
    if (square) dark += 1;
    const block = [row[x + 1], squares[y + 1]?.[x], squares[y + 1]?.[x + 1]];
    if (block.every((other) => other === square)) sum += 3;
  }));
  const off = Math.abs(dark * 20 - size * size * 10);
  return sum + Math.max(0, Math.ceil(off / (size * size)) - 1) * 10;
}

function runPenalty(line: boolean[]): number {
  const text = line.map((square) => (square ? '1' : '0')).join('');
  let sum = 0;
  for (const run of text.match(/0+|1+/g) ?? []) if (run.length >= 5) sum += run.length - 2;
  for (const finder of ['10111010000', '00001011101']) {
    for (let at = text.indexOf(finder); at >= 0; at = text.indexOf(finder, at + 1)) sum += 40;
  }
  return sum;
}
