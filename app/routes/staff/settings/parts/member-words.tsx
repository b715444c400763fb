import type { MemberState } from '~/domain/agency/list-members.server';
import { dayOf } from '~/domain/text/french-date';
import { Chip } from '~/ui/chip';

export function MemberChip({ state }: { state: MemberState }) {
  if (state === 'invited') return <Chip tone="wait">Invitation envoyée</Chip>;
  return state === 'closed' ? <Chip tone="sleep">Accès fermé</Chip> : <Chip tone="ok">Actif</Chip>;
}

/** "aujourd’hui", "hier", "le 3 mars 2026". */
export function seenWords(lastSeenAt: Date | null, now: Date): string {
  // Sessions are forgotten after three months: never, or not lately, is all that is known.
  if (!lastSeenAt) return 'pas ces derniers mois';
  const days = Math.floor((now.getTime() - lastSeenAt.getTime()) / (24 * 3600 * 1000));
  return days < 1 ? 'ces dernières 24 heures' : days < 2 ? 'hier' : days < 31 ? `il y a ${days} jours` : `le ${dayOf(lastSeenAt)}`;
}
