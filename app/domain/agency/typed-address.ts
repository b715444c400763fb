import { line } from '~/domain/partner/typed-text';
import { isEmail } from '~/domain/organisation/email';
import { formatPhone, parsePhones } from '~/domain/organisation/phone';
import { parseWebsite } from '~/domain/organisation/website';
import { parsePostcode } from '~/domain/place/postcode';
import { z } from '~/domain/zod';

/** A telephone as typed, to E.164; null when empty. Overseas numbers are read by their own prefix. */
export const typedPhone = line(60).transform((text, issues) => {
  if (!text) return null;
  const { phones, unread } = parsePhones(text);
  if (phones[0] && unread.length === 0 && phones.length === 1) return phones[0].number;
  issues.addIssue({ code: 'custom', message: unread[0]?.reason ?? 'Indiquez un seul numéro de téléphone.' });
  return z.NEVER;
});

export const typedEmail = line(200).refine((text) => text === null || isEmail(text), 'Une adresse de courriel ressemble à accueil@agence.example.');

export const typedWebsite = line(500).transform((text, issues) => {
  if (!text) return null;
  const read = parseWebsite(text);
  if (read.ok) return read.url;
  issues.addIssue({ code: 'custom', message: read.reason });
  return z.NEVER;
});

export const typedPostcode = line(60).transform((text, issues) => {
  if (!text) return null;
  const read = parsePostcode(text);
  if (read.ok) return read.postcode;
  issues.addIssue({ code: 'custom', message: read.reason });
  return z.NEVER;
});

export const shownPhone = (phone: string | null) => (phone ? formatPhone(phone) : '');
