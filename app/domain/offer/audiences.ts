/** Who finds an offer once it is published: the walls read it, the form explains it. */
export const audiences = {
  agency: { label: 'Mon agence', says: 'vos collègues seulement' },
  region: { label: 'Ma région', says: 'les Missions Locales de la région' },
  network: { label: 'Le réseau', says: 'toutes les Missions Locales' },
  public: { label: 'Tout le monde', says: 'le réseau, et les jeunes sans compte quand le site public sera ouvert' },
} as const;
export type Audience = keyof typeof audiences;

const fromNearToFar = Object.keys(audiences) as Audience[];
const goesFurther = (from: Audience, to: Audience) => fromNearToFar.indexOf(to) > fromNearToFar.indexOf(from);

/** Showing an offer further than it is found today is publishing it there: writing is not enough. The sentence for who may not; null when nothing is asked for. */
export const whyNotFurther = (known: { state: string; audience: Audience }, to: Audience, mayPublish: boolean): string | null =>
  known.state === 'published' && !mayPublish && goesFurther(known.audience, to) ? 'Cette offre est publiée : la montrer plus loin revient aux personnes qui publient. Demandez-leur.' : null;
