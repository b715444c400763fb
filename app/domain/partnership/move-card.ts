import { nextStage, verbsFrom, type Stage, type Verb } from './partnership.lifecycle';

/** The verb that leads from one column of the board to another, or null when the lifecycle has none. */
export const verbBetween = (from: Stage, to: Stage, allowed: readonly Verb[]): Verb | null =>
  verbsFrom(from).find((verb) => allowed.includes(verb) && nextStage({ stage: from, stageBeforeArchive: null }, verb) === to) ?? null;
