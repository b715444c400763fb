/** How sure one is that two partners are one, the surest first. */
export type Level = 'sure' | 'probable' | 'possible';
export const levels: readonly Level[] = ['sure', 'probable', 'possible'];
