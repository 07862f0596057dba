/** The regions of the body map, from head to foot: the ids of innervate.training.anatomy. */
export const MUSCLES = [
  'neck-front', 'neck-back', 'upper-traps', 'mid-traps', 'lower-traps',
  'front-delts', 'side-delts', 'rear-delts', 'rotator-cuff',
  'upper-chest', 'lower-chest', 'serratus', 'lats', 'teres-major', 'rhomboids', 'spinal-erectors',
  'biceps', 'brachialis', 'triceps-long', 'triceps-lateral', 'triceps-medial',
  'brachioradialis', 'forearm-flexors', 'forearm-extensors',
  'abs', 'obliques', 'hip-flexors', 'tensor-fasciae-latae', 'adductors', 'glute-max', 'glute-med',
  'rectus-femoris', 'vastus-lateralis', 'vastus-medialis', 'biceps-femoris', 'semitendinosus',
  'gastrocnemius', 'soleus', 'tibialis', 'peroneals',
] as const;

export type Muscle = (typeof MUSCLES)[number];

export function isMuscle(id: string): id is Muscle {
  return (MUSCLES as readonly string[]).includes(id);
}

export type View = 'front' | 'back';
