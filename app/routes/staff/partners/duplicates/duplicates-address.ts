import { levels, type Level } from '~/domain/duplicate/level';
import type { DuplicateView } from '~/domain/duplicate/list-duplicates.server';
import { paths } from '~/paths';

/** What a level is called, in the address and on screen; bars out of three say it by a shape. */
export const levelWords: Record<Level, { address: string; label: string; plural: string; bars: 'regular' | 'tried' | 'willing' }> = {
  sure: { address: 'surs', label: 'Presque sûr', plural: 'Presque sûrs', bars: 'regular' },
  probable: { address: 'probables', label: 'Probable', plural: 'Probables', bars: 'tried' },
  possible: { address: 'possibles', label: 'Possible', plural: 'Possibles', bars: 'willing' },
};

export function readDuplicatesAddress(params: URLSearchParams): DuplicateView {
  return { level: levels.find((level) => levelWords[level].address === params.get('confiance')) ?? null, isDismissed: params.get('voir') === 'ecartes' };
}

/** Of the agency's queue, or of another one (`at`) that is looked at in the same way. */
export function duplicatesAddress({ level, isDismissed, after = null }: DuplicateView & { after?: string | null }, at = paths.duplicates()): string {
  const params = new URLSearchParams();
  if (level) params.set('confiance', levelWords[level].address);
  if (isDismissed) params.set('voir', 'ecartes');
  if (after) params.set('apres', after);
  return params.size > 0 ? `${at}?${params}` : at;
}
