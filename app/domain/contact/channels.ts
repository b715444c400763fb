import type { ContactChannel } from '#prisma';

export type { ContactChannel };

/** How a person likes to be reached first. */
export const channels = {
  phone: 'Téléphone',
  text: 'SMS',
  email: 'Courriel',
  letter: 'Courrier postal',
  visit: 'Visite',
} as const satisfies Record<ContactChannel, string>;

export const channelNames = Object.keys(channels) as ContactChannel[];
