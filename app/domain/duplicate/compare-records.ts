import { formatPhone } from '~/domain/organisation/phone';
import { formatSiret } from '~/domain/organisation/siret';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { isSameStreet, readStreet } from '~/domain/place/street-key';
import { dayOf } from '~/domain/text/french-date';
import { compareNames, keysOfNames } from './compare-names';
import type { PairedPartner } from './list-duplicates.server';

/** `fact`: what says nothing of their being one, and helps to choose (who follows it, how many exchanges). */
export type Verdict = 'same' | 'near' | 'differs' | 'missing' | 'fact';
export type ComparedLine = { label: string; kept: string | null; other: string | null; verdict: Verdict };

/** What is compared of a partner, and of an organisation of the network. */
export type ComparedFacts = Pick<PairedPartner, 'name' | 'siret' | 'kind' | 'addressLine' | 'postcode' | 'commune' | 'phone' | 'email' | 'website' | 'createdAt'>;
export type FactLine<T> = { label: string; say: (one: T) => string | null };

/** The one that a person would keep, first: the network keeps it, it has a SIRET, is not archived, has the more exchanges and contacts, is the older. */
export const keptFirst = (one: PairedPartner, other: PairedPartner) =>
  worthierFirst(one, other, ({ isDouble, siret, stage, exchanges, contacts }) => [isDouble ? 0 : 1, siret ? 1 : 0, stage === 'archived' ? 0 : 1, exchanges + contacts]);

/** The worthier of the two first, by the first measure on which they differ; between equals the older. */
export function worthierFirst<T extends { createdAt: string }>(one: T, other: T, worth: (one: T) => number[]): [T, T] {
  const [a, b] = [worth(one), worth(other)];
  const difference = a.map((value, i) => value - b[i]!).find((value) => value !== 0) ?? (one.createdAt <= other.createdAt ? 1 : -1);
  return difference > 0 ? [one, other] : [other, one];
}

/** Two records side by side, line by line, as people read them; a line that both lack is left out. */
export const compareRecords = (kept: PairedPartner, other: PairedPartner) => compareFacts(kept, other, partnerLines);

const partnerLines: readonly FactLine<PairedPartner>[] = [
  { label: 'Étape', say: ({ stage }) => stages[stage].label },
  { label: 'Personne référente', say: ({ officer }) => officer },
  { label: 'Déjà noté', say: ({ exchanges, contacts }) => `${counted(exchanges, 'échange')}, ${counted(contacts, 'interlocuteur')}` },
  { label: 'Ajouté', say: ({ createdAt }) => `le ${dayOf(new Date(createdAt))}` },
];

/** The same of any two things that have these facts; `beside`: what helps to choose. */
export function compareFacts<T extends ComparedFacts>(kept: T, other: T, beside: readonly FactLine<T>[]): ComparedLine[] {
  const line = (label: string, say: (one: T) => string | null, isNear: (a: T, b: T) => boolean = () => false): ComparedLine => {
    const [a, b] = [say(kept), say(other)];
    const verdict = a === null || b === null ? 'missing' : a.toLowerCase() === b.toLowerCase() ? 'same' : isNear(kept, other) ? 'near' : 'differs';
    return { label, kept: a, other: b, verdict };
  };
  const lines = [
    line('Nom', ({ name }) => name, hasNearName),
    line('SIRET', ({ siret }) => siret && formatSiret(siret), (a, b) => a.siret?.slice(0, 9) === b.siret?.slice(0, 9)),
    line('Typologie', ({ kind }) => kind),
    line('Adresse', ({ addressLine }) => addressLine, hasSameStreet),
    line('Commune', ({ postcode, commune }) => [postcode, commune].filter(Boolean).join(' ') || null, (a, b) => a.commune === b.commune),
    line('Téléphone', ({ phone }) => phone && formatPhone(phone)),
    line('Courriel', ({ email }) => email, (a, b) => a.email?.split('@')[1] === b.email?.split('@')[1]),
    line('Site', ({ website }) => website && website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
    ...beside.map(({ label, say }): ComparedLine => ({ label, kept: say(kept), other: say(other), verdict: 'fact' })),
  ];
  return lines.filter((one) => one.kept !== null || one.other !== null);
}

function hasNearName(one: ComparedFacts, other: ComparedFacts): boolean {
  const [a, b] = [keysOfNames([one.name]), keysOfNames([other.name])];
  return a.some((key) => b.some((theirs) => !['weak', 'different'].includes(compareNames(key, theirs, one.commune).match)));
}

function hasSameStreet(one: ComparedFacts, other: ComparedFacts): boolean {
  const [a, b] = [readStreet(one.addressLine), readStreet(other.addressLine)];
  return a !== null && b !== null && isSameStreet(a, b);
}

const counted = (count: number, word: string) => (count === 0 ? `aucun ${word}` : `${count} ${word}${count > 1 ? 's' : ''}`);
