import { countMoved } from './hanging-on-organisation';
import type { NetworkCounts } from './organisation-merge-preview.server';

/** « 3 Missions Locales », « aucune Mission Locale ». */
export const sayAgencies = (count: number) => (count === 0 ? 'aucune Mission Locale' : count === 1 ? '1 Mission Locale' : `${count} Missions Locales`);
const by = (count: number) => (count === 0 ? 'd’aucune Mission Locale' : count === 1 ? 'd’une Mission Locale' : `de ${sayAgencies(count)}`);

/** What a merge of two organisations changes, in counts alone: who knows them, and what goes to the kept one. */
export function sayMoving({ knowKept, knowMerged, knowBoth, partnerships, offers, agreements, establishments, accounts }: NetworkCounts): { known: string[]; moving: string[] } {
  const offered = offers > 0 ? `, avec ${offers} ${offers > 1 ? 'offres' : 'offre'}` : '';
  const gone = [
    partnerships > 0 && `${countMoved('partnership', partnerships)}${offered}`,
    establishments > 0 && countMoved('organisation', establishments),
    agreements > 0 && countMoved('national_agreement', agreements),
    accounts > 0 && countMoved('membership', accounts),
  ].filter(Boolean);
  return {
    known: [`L’organisme gardé est connu ${by(knowKept)}, l’autre ${by(knowMerged)}.`, ...(knowBoth > 0 ? [`Les deux sont connus ${by(knowBoth)}, qui ${knowBoth > 1 ? 'gardent leurs deux fiches et les fusionneront elles-mêmes' : 'garde ses deux fiches et les fusionnera elle-même'}.`] : [])],
    moving: gone.length > 0 ? [`Rejoignent l’organisme gardé : ${gone.join(' ; ')}.`] : ['Rien d’autre ne rejoint l’organisme gardé.'],
  };
}
