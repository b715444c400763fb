import type { Db } from '~/access/context';

/** What a rule proposes to somebody: never done by itself. `key` says of what it speaks, so that it is said once. */
export type Proposal = { key: string; partnershipId: string | null; assigneeId: string; title: string };

export type RuleInput = { missionLocaleId: string; now: Date };

/** A rule: reads, and answers what holds today, said already or not. */
export type Rule = (db: Db, input: RuleInput) => Promise<Proposal[]>;

/** A proposal that was refused, or done, is not made again for so many months. */
export const quietMonths = 6;
