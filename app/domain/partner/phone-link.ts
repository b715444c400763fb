import { formatPhone } from '~/domain/organisation/phone';

/** A number to read and a link that dials it. */
export type PhoneLink = { href: string; text: string };

export const phoneLink = (number: string): PhoneLink => ({ href: `tel:${number}`, text: formatPhone(number) });
