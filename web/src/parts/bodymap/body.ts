/** What lies under and over the muscles, as path data made once. */
import { lines, outline, patches } from './curve.ts';
import type { View } from './muscles.ts';
import * as drawn from './outline.ts';

export type Body = {
  readonly ears: string;
  readonly skin: string;
  readonly inert: string;
  readonly lines: string;
  readonly kneecaps: string;
  readonly head: string;
};

const shared = { ears: patches([drawn.EAR]), skin: outline(drawn.BODY) };

export const BODIES: Record<View, Body> = {
  front: {
    ...shared,
    inert: patches(drawn.INERT_FRONT),
    lines: lines(drawn.LINES_FRONT),
    kneecaps: patches([drawn.KNEECAP]),
    head: outline(drawn.HEAD_FRONT),
  },
  back: {
    ...shared,
    inert: patches(drawn.INERT_BACK),
    lines: lines(drawn.LINES_BACK),
    kneecaps: '',
    head: outline(drawn.HEAD_BACK),
  },
};
