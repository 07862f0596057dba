/** The lifter's own rating of one set; ordinal, with no distances between the steps. */
export const CONNECTIONS = ['weak', 'moderate', 'strong'] as const;
export type Connection = (typeof CONNECTIONS)[number];

/** How a set is counted by connection; missing is not weak. */
export type Rating = Connection | 'unrated';
export const RATINGS: readonly Rating[] = ['strong', 'moderate', 'weak', 'unrated'];
