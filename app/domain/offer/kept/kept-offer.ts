import type { Audience } from '~/domain/offer/audiences';
import type { NextSession } from '~/domain/offer/session/next-session.server';
import type { OfferKind } from '#prisma';

/** So many fit side by side, and on one printed page. */
export const mostSelected = 6;

/** An offer kept by a person, with what is compared. Days are `YYYY-MM-DD`; `note` is for the person alone. */
export type KeptOffer = {
  id: string; kind: OfferKind; title: string; holder: string; audience: Audience; addressLine: string | null; commune: string | null; postcode: string | null; latitude: number | null; longitude: number | null; receptionModes: string[];
  contract: string | null; workingTime: string | null; weeklyHours: number | null; schedule: string | null; pay: string | null; startsOn: string | null; endsOn: string | null; nextSession: NextSession | null; closesOn: string | null; duration: string | null; prepares: string | null; places: number | null;
  level: string | null; experience: string | null; ageMin: number | null; ageMax: number | null; publics: string[]; schemes: string[]; isHandicapFriendly: boolean; conditions: string | null; documents: string | null; cost: string | null; costText: string | null;
  mobilisationModes: string[]; mobilisableBy: string[]; mobilisationText: string | null; mobilisationUrl: string | null; contactName: string | null; contactEmail: string | null; contactPhone: string | null; note: string | null;
};

/** Where a person keeps offers. */
export type KeptPlace = 'selection' | 'favourites';
