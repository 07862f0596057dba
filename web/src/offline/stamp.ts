/**
 * Stamps of a hybrid clock: 12 hex digits of milliseconds, 4 of a counter, 8 of the device.
 * Compared as text, the later one wins.
 */

export const EARLIEST = '0'.repeat(24);
const COUNTER_MAX = 0xffff;

export interface Moment {
  ms: number;
  counter: number;
  device: string;
}

export function readStamp(stamp: string): Moment {
  return {
    ms: Number.parseInt(stamp.slice(0, 12), 16),
    counter: Number.parseInt(stamp.slice(12, 16), 16),
    device: stamp.slice(16),
  };
}

export function writeStamp({ ms, counter, device }: Moment): string {
  return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0') + device;
}

/** A stamp of `device` later than every one of `seen`, and not before `nowMs`. */
export function stampAfter(seen: readonly string[], nowMs: number, device: string): string {
  const last = readStamp(latest(seen));
  const now = Math.floor(nowMs);
  if (now > last.ms) return writeStamp({ ms: now, counter: 0, device });
  if (last.counter < COUNTER_MAX) {
    return writeStamp({ ms: last.ms, counter: last.counter + 1, device });
  }
  return writeStamp({ ms: last.ms + 1, counter: 0, device });
}

/** The latest of `stamps`; the earliest possible one if there is none. */
export function latest(stamps: readonly string[]): string {
  return stamps.reduce((last, stamp) => (stamp > last ? stamp : last), EARLIEST);
}

/** Eight random hex digits that tell this browser profile from all others. */
export function newDevice(): string {
  return hex(crypto.getRandomValues(new Uint8Array(4)));
}

/** A UUID (version 7) that sorts by the moment it was made. */
export function newId(nowMs = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = (bytes[0]! & 0x0f) | 0x70;
  bytes[2] = (bytes[2]! & 0x3f) | 0x80;
  const text = Math.floor(nowMs).toString(16).padStart(12, '0') + hex(bytes);
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
