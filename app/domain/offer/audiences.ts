/** Who finds an offer once it is published: the walls read it, the form explains it. */
export const audiences = {
  agency: { label: 'Mon agence', says: 'vos collègues seulement' },
  region: { label: 'Ma région', says: 'les Missions Locales de la région' },
  network: { label: 'Le réseau', says: 'toutes les Missions Locales' },
  public: { label: 'Tout le monde', says: 'le réseau, et les jeunes sans compte quand le site public sera ouvert' },
} as const;
export type Audience = keyof typeof audiences;
