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

/** The one that a person would keep, first: it has a SIRET, is not archived, has the more exchanges and contacts, is the older. */
export function keptFirst(one: PairedPartner, other: PairedPartner): [PairedPartner, PairedPartner] {
  const worth = ({ siret, stage, exchanges, contacts }: PairedPartner) => [siret ? 1 : 0, stage === 'archived' ? 0 : 1, exchanges + contacts];
  const [a, b] = [worth(one), worth(other)];
  const difference = a.map((value, i) => value - b[i]!).find((value) => value !== 0) ?? (one.createdAt <= other.createdAt ? 1 : -1);
  return difference > 0 ? [one, other] : [other, one];
}

/** Two records side by side, line by line, as people read them; a line that both lack is left out. */
export function compareRecords(kept: PairedPartner, other: PairedPartner): ComparedLine[] {
  const line = (label: string, say: (partner: PairedPartner) => string | null, isNear: (a: PairedPartner, b: PairedPartner) => boolean = () => false): ComparedLine => {
    const [a, b] = [say(kept), say(other)];
    const verdict = a === null || b === null ? 'missing' : a.toLowerCase() === b.toLowerCase() ? 'same' : isNear(kept, other) ? 'near' : 'differs';
    return { label, kept: a, other: b, verdict };
  };
  const fact = (label: string, say: (partner: PairedPartner) => string | null): ComparedLine => ({ label, kept: say(kept), other: say(other), verdict: 'fact' });
  const lines = [
    line('Nom', ({ name }) => name, hasNearName),
    line('SIRET', ({ siret }) => siret && formatSiret(siret), (a, b) => a.siret?.slice(0, 9) === b.siret?.slice(0, 9)),
    line('Typologie', ({ kind }) => kind),
    line('Adresse', ({ addressLine }) => addressLine, hasSameStreet),
    line('Commune', ({ postcode, commune }) => [postcode, commune].filter(Boolean).join(' ') || null, (a, b) => a.commune === b.commune),
    line('Téléphone', ({ phone }) => phone && formatPhone(phone)),
    line('Courriel', ({ email }) => email, (a, b) => a.email?.split('@')[1] === b.email?.split('@')[1]),
    line('Site', ({ website }) => website && website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
    fact('Étape', ({ stage }) => stages[stage].label),
    fact('Personne référente', ({ officer }) => officer),
    fact('Déjà noté', ({ exchanges, contacts }) => `${counted(exchanges, 'échange')}, ${counted(contacts, 'interlocuteur')}`),
    fact('Ajouté', ({ createdAt }) => `le ${dayOf(new Date(createdAt))}`),
  ];
  return lines.filter((one) => one.kept !== null || one.other !== null);
}

function hasNearName(one: PairedPartner, other: PairedPartner): boolean {
  const [a, b] = [keysOfNames([one.name]), keysOfNames([other.name])];
  return a.some((key) => b.some((theirs) => !['weak', 'different'].includes(compareNames(key, theirs, one.commune).match)));
}

function hasSameStreet(one: PairedPartner, other: PairedPartner): boolean {
  const [a, b] = [readStreet(one.addressLine), readStreet(other.addressLine)];
  return a !== null && b !== null && isSameStreet(a, b);
}

const counted = (count: number, word: string) => (count === 0 ? `aucun ${word}` : `${count} ${word}${count > 1 ? 's' : ''}`);
