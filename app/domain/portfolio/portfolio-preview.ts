import type { Stage } from '~/domain/partnership/partnership.lifecycle';

export type Territory = { commune: string | null; departement: string | null; count: number };

export type ListToHand = { id: string; name: string; isShared: boolean };

/** What a handover would move, counted. */
export type PortfolioPreview = {
  total: number;
  stages: { stage: Stage; count: number }[];
  /** The communes that hold most of them, and how many communes there are in all. */
  communes: Territory[];
  communeCount: number;
  /** Left out of a circle because their position is not known. */
  unplaced: number;
  tasks: number;
  /** Agreements that end, and gifts to speak of again, within `soonDays`. */
  agreements: number;
  gifts: number;
  /** Partners that deserve a visit of their new officer. */
  introductions: number;
  /** Saved lists of who hands over, to be named. */
  lists: ListToHand[];
  /** Others, that only they see. */
  unseenLists: number;
};

/** How far ahead a successor looks, in days. */
export const soonDays = 90;
export const communesShown = 8;
