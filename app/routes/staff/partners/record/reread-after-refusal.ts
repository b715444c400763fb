import type { Failure } from '~/server/http.server';

/**
 * For a page that is read again after a refused form too: what somebody else wrote meanwhile is what the choice is about. Not when the
 * record was taken into another one: its loader would lead there, and what was typed would be lost.
 */
export const rereadAfterRefusal = ({ actionResult }: { actionResult?: unknown }): boolean => (actionResult as Failure | undefined)?.isMerged !== true;
