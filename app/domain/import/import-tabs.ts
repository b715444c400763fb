/** The parts of a plan that one looks at apart, in the order of what deserves a look. `questions` crosses the others. */
export const importTabs = ['questions', 'create', 'join', 'complete', 'refused', 'unchanged'] as const;
export type ImportTab = (typeof importTabs)[number];

/** Of these, the one to open first: what there is to choose, else what is new, else what there is. */
export const firstTab = (counts: Record<ImportTab, number>): ImportTab => importTabs.find((tab) => counts[tab] > 0) ?? 'create';
