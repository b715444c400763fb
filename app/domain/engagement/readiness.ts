/** How far a partner is with a form of engagement, the least first: the order of the database's type, and of « ou plus ». */
export const readinessNames = ['refused', 'to_explore', 'willing', 'tried', 'regular'] as const;
export type Readiness = (typeof readinessNames)[number];

export const readinessWords: Record<Readiness, string> = { refused: 'non', to_explore: 'à explorer', willing: 'partant', tried: 'déjà fait', regular: 'régulier' };

export const isReadiness = (value: unknown): value is Readiness => readinessNames.some((name) => name === value);

/** The levels that « at least this one » keeps. A refusal is never one of them. */
export const atLeast = (least: Readiness): Readiness[] => readinessNames.slice(Math.max(1, readinessNames.indexOf(least)));
