/**
 * The link that writes to an address, and to nobody else: `contact?bcc=…@…` is an address that mail servers accept, and would be read as a
 * copy to somebody (RFC 6068, 5).
 */
export const mailLink = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
