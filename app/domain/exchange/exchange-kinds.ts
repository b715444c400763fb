/**
 * What an exchange is: its words, its name in addresses, and whether it goes one way (somebody calls, somebody is called).
 * A note is for ourselves: nobody took part, nothing came of it.
 */
export const exchangeKinds = {
  call: { label: 'Appel', slug: 'appel', one: 'un appel', goesOneWay: true },
  email: { label: 'Courriel', slug: 'courriel', one: 'un courriel', goesOneWay: true },
  visit: { label: 'Visite', slug: 'visite', one: 'une visite', goesOneWay: false },
  meeting: { label: 'Rendez-vous', slug: 'rendez-vous', one: 'un rendez-vous', goesOneWay: false },
  event: { label: 'Évènement', slug: 'evenement', one: 'un évènement', goesOneWay: false },
  letter: { label: 'Courrier', slug: 'courrier', one: 'un courrier', goesOneWay: true },
  note: { label: 'Note interne', slug: 'note', one: 'une note', goesOneWay: false },
} as const satisfies Record<string, { label: string; slug: string; one: string; goesOneWay: boolean }>;

export type ExchangeKind = keyof typeof exchangeKinds;
export const exchangeKindNames = Object.keys(exchangeKinds) as [ExchangeKind, ...ExchangeKind[]];

/** Who made the first step. */
export const directions = { out: 'Nous', in: 'Le partenaire' } as const;
export type Direction = keyof typeof directions;

/** The kind that an address names, or null: `?noter=appel`. */
export const kindOfSlug = (slug: string | null | undefined): ExchangeKind | null => exchangeKindNames.find((kind) => exchangeKinds[kind].slug === slug) ?? null;

/** "Appel", "Appel reçu": as the timeline says it. */
export const sayKind = (kind: ExchangeKind, direction: Direction | null): string => (direction === 'in' ? `${exchangeKinds[kind].label} reçu` : exchangeKinds[kind].label);
