import type { Actor } from '~/access/actor';

/**
 * Who is proposed to take charge of a partner on its way in: the officer who adds it, since relations are their work. Nobody
 * for the other roles, who add partners for a colleague. The form only proposes it: whoever fills it may choose otherwise.
 */
export function officerAtFirst({ role, userId }: Pick<Actor, 'role' | 'userId'>): string | null {
  return role === 'officer' ? userId : null;
}
