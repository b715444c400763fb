import { may, type Permission, type Role } from './permissions';

/** Who acts, and from where. At most one of agency, region and organisation is set, as the role says. */
export type Actor = {
  userId: string;
  sessionId: string;
  membershipId: string;
  role: Role;
  firstName: string;
  lastName: string;
  email: string;
  missionLocaleId: string | null;
  regionCode: string | null;
  organisationId: string | null;
  /** Name of the agency, region or organisation, as the frame shows it. */
  placeName: string;
  /** What this person chose for the screens (columns of the list…), kept with the account. */
  preferences?: Record<string, unknown>;
};

export const actorMay = (actor: Pick<Actor, 'role'>, permission: Permission) => may(actor.role, permission);

/** "Nadia B.", as colleagues read it in lists. */
export const shortName = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
  `${firstName} ${lastName.charAt(0)}.`.trim();
