import type { Actor } from '~/access/actor';
import { newsFor, type News } from './whats-new';
import { stepsOf } from './steps';

/** What is kept with the account: the first steps put away, and the day up to which news were read. */
type Kept = { areStepsHidden: boolean; newsReadOn: string | null };

export function keptDiscovery({ preferences }: Pick<Actor, 'preferences'>): Kept {
  const { stepsHidden, newsReadOn } = (preferences?.discovery ?? {}) as { stepsHidden?: unknown; newsReadOn?: unknown };
  return { areStepsHidden: stepsHidden === true, newsReadOn: typeof newsReadOn === 'string' ? newsReadOn : null };
}

export const showsSteps = (actor: Pick<Actor, 'role' | 'preferences'>): boolean => stepsOf(actor.role).length > 0 && !keptDiscovery(actor).areStepsHidden;

/** News for the home page: not to somebody who is still at the first steps, for whom all is new. Three at most. */
export function unreadNews(actor: Pick<Actor, 'role' | 'preferences'>, isAtFirstSteps: boolean): News[] {
  return isAtFirstSteps ? [] : newsFor(actor.role, keptDiscovery(actor).newsReadOn).slice(0, 3);
}
