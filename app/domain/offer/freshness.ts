/** After so many days without anybody saying that it is current, an offer is marked; after so many more, it is no longer shown to others. */
export const askedAfterDays = 42;
export const hiddenAfterDays = 84;

/** An offer that closes within so many days is marked, so that it is renewed in time. */
export const soonDays = 7;

export type Freshness = 'fresh' | 'doubtful' | 'hidden';

/** How far an offer can be trusted at an instant. What comes from elsewhere is as fresh as its source. */
export function freshness(confirmedAt: Date, now: Date): Freshness {
  const days = (now.getTime() - confirmedAt.getTime()) / 86_400_000;
  return days >= hiddenAfterDays ? 'hidden' : days >= askedAfterDays ? 'doubtful' : 'fresh';
}
