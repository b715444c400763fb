import { addDays, daysBetween, type Day } from '~/domain/text/paris-day';

/** How long an offer stays open when nobody says how long. */
export const usualDays = 30;

/**
 * The new closing day of an offer that is renewed: as long as it was open before, from today; thirty days when it had no dates.
 * Ninety at most: who renews for longer sets a date.
 */
export function renewedUntil({ opensOn, closesOn, publishedOn }: { opensOn: Day | null; closesOn: Day | null; publishedOn: Day | null }, today: Day): Day {
  const from = opensOn ?? publishedOn;
  const days = from && closesOn ? daysBetween(from, closesOn) : usualDays;
  return addDays(today, Math.min(90, Math.max(7, days)));
}
