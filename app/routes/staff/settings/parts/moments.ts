import { momentOf } from '~/domain/text/french-date';

/** How long ago, or when: "à l’instant", "il y a 12 minutes", "il y a 3 heures", then the date. */
export function agoWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'à l’instant';
  if (minutes < 60) return `il y a ${minutes} minute${minutes > 1 ? 's' : ''}`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `il y a ${hours} heure${hours > 1 ? 's' : ''}` : `le ${momentOf(at)}`;
}

/** When it will be: "dans 12 minutes", or "maintenant" for what is due. */
export function untilWords(at: Date, now: Date): string {
  const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
  if (minutes <= 0) return 'maintenant';
  return minutes < 60 ? `dans ${minutes} minute${minutes > 1 ? 's' : ''}` : `le ${momentOf(at)}`;
}
