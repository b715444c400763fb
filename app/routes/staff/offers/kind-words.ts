import type { OfferKind } from '~/domain/offer/offer-kinds';

/** What an offer gives to whoever takes it, as its kind calls it. */
export const payLabel = (kind: OfferKind): string => (kind === 'internship' ? 'Gratification' : 'Rémunération');

type Hints = { title?: string; duration?: string; schedule?: string; pay?: string };

/**
 * What the form says of a field, by kind. An immersion lasts a month at most, renewable once (code du travail, articles L. 5135-5 and
 * D. 5135-7); an internship is paid beyond two months (code de l’éducation, article L. 124-6).
 */
const hints: Partial<Record<OfferKind, Hints>> = {
  apprenticeship: { title: 'CAP cuisine en apprentissage', schedule: 'Le rythme aussi : « 3 jours en entreprise, 2 au centre de formation ».' },
  immersion: { title: 'Découvrir le métier de fleuriste', duration: 'Un mois au plus, renouvelable une fois : « 2 semaines ».' },
  internship: { title: 'Stage en menuiserie', pay: 'Obligatoire au-delà de deux mois.' },
  training: { title: 'Préparation au titre d’aide à domicile', pay: 'Ce que touche la personne en formation, s’il y a lieu.' },
  workshop: { title: 'Atelier CV' },
  service: { title: 'Chambre en résidence pour jeunes' },
  mentoring: { title: 'Un parrain ou une marraine pour six mois' },
};
const usual: Required<Hints> = { title: 'Serveur ou serveuse en salle', duration: 'Comme « 2 semaines ».', schedule: '', pay: 'Comme on le dirait : « 11,88 € de l’heure ».' };

export const kindHints = (kind: OfferKind): Required<Hints> => ({ ...usual, ...hints[kind] });
