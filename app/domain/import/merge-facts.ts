import { uniteOpeningHours } from '~/domain/organisation/opening-hours';
import { nameKey } from '~/domain/organisation/name-key';
import type { Phone } from '~/domain/organisation/phone';
import { distanceKm } from '~/domain/place/geo';
import { fold } from '~/domain/text/fold';
import type { AddressFacts, ContactFacts, OrganisationFacts } from './facts';

export type FactsOfLine = { line: number; facts: OrganisationFacts };

/** The fields on which rows of one organisation may disagree so that a person must choose. */
export type QuestionField = 'name' | 'brandName' | 'acronym' | 'address' | 'place' | 'nafCode' | 'legalForm' | 'website' | 'partnerSince' | 'externalId';

/** A disagreement: the values, the lines that give each, and the one that was taken (its place in `values`). */
export type Question = { field: QuestionField; values: { value: string; lines: number[] }[]; chosen: number };

type Choice<T> = { value: T | null; question: Question | null };

/**
 * Puts together what several rows say of one organisation. Kinds, themes, tags, telephones, e-mails and persons are united, and so
 * are opening hours; a name that is the longer form of another wins. Elsewhere the most frequent value is taken (then the
 * first), and a question reports the disagreement.
 */
export function mergeFacts(rows: readonly FactsOfLine[]): { facts: OrganisationFacts; questions: Question[] } {
  const first = rows[0]!.facts;
  if (rows.length === 1) return { facts: first, questions: [] };
  const all = rows.map(({ facts }) => facts);
  const name = chooseName(rows);
  const address = choose(rows, 'address', ({ address: one }) => (one.communeName || one.line ? one : null), sayAddress, addressKey);
  const place = choosePlace(rows, address.value);
  const pick = <F extends 'brandName' | 'acronym' | 'nafCode' | 'legalForm' | 'website' | 'partnerSince' | 'externalId'>(field: F) => choose<string>(rows, field, (facts) => facts[field], String, fold);
  const [brandName, acronym, nafCode, legalForm] = [pick('brandName'), pick('acronym'), pick('nafCode'), pick('legalForm')];
  const [website, partnerSince, externalId] = [pick('website'), earliest(pick('partnerSince'), all), pick('externalId')];
  const facts: OrganisationFacts = {
    siret: all.find(({ siret }) => siret)?.siret ?? null,
    siren: all.find(({ siren }) => siren)?.siren ?? null,
    name: name.value!.name,
    originalName: name.value!.originalName,
    brandName: brandName.value,
    acronym: acronym.value,
    kinds: united(all.map(({ kinds }) => kinds)),
    unknownKinds: united(all.map(({ unknownKinds }) => unknownKinds)),
    themes: united(all.map(({ themes }) => themes)),
    nafCode: nafCode.value,
    legalForm: legalForm.value,
    hasYouthLabel: all.some(({ hasYouthLabel }) => hasYouthLabel),
    description: united(all.map(({ description }) => (description ? [description] : []))).join('\n') || null,
    address: withComplement(address.value ?? first.address, all),
    place: place.value,
    phones: unitedPhones(all.map(({ phones }) => phones)),
    emails: united(all.map(({ emails }) => emails)),
    website: website.value,
    openingHours: all.map(({ openingHours }) => openingHours).filter((hours) => hours !== null).reduce<OrganisationFacts['openingHours']>((a, b) => (a ? uniteOpeningHours(a, b) : b), null),
    contacts: unitedContacts(all.flatMap(({ contacts }) => contacts)),
    partnerSince: partnerSince.value,
    tags: united(all.map(({ tags }) => tags)),
    externalId: externalId.value,
  };
  const questions = [name, brandName, acronym, address, place, nafCode, legalForm, website, partnerSince, externalId].map((choice) => choice.question);
  return { facts, questions: questions.filter((question) => question !== null) };
}

/** The most frequent value, then the first; a question when rows give several. Values with the same key are one. */
function choose<T>(rows: readonly FactsOfLine[], field: QuestionField, read: (facts: OrganisationFacts) => T | null, say: (value: T) => string, keyOf: (text: string) => string): Choice<T> {
  const first = read(rows[0]!.facts);
  if (typeof first === 'string' && rows.every(({ facts }) => read(facts) === first)) return { value: first, question: null };
  const options = new Map<string, { value: T; lines: number[] }>();
  for (const { line, facts } of rows) {
    const value = read(facts);
    if (value === null) continue;
    const key = keyOf(say(value));
    const option = options.get(key);
    if (option) option.lines.push(line);
    else options.set(key, { value, lines: [line] });
  }
  const list = [...options.values()];
  if (!list.length) return { value: null, question: null };
  const chosen = list.reduce((best, option, i) => (option.lines.length > list[best]!.lines.length ? i : best), 0);
  const question = list.length > 1 ? { field, values: list.map(({ value, lines }) => ({ value: say(value), lines })), chosen } : null;
  return { value: list[chosen]!.value, question };
}

/** One name inside another (`ENVIE` and `ENVIE 44`) is the same, cut: the longer is taken without a question. */
function chooseName(rows: readonly FactsOfLine[]): Choice<{ name: string; originalName: string | null }> {
  const read = ({ name, originalName }: OrganisationFacts) => ({ name, originalName });
  const first = rows[0]!.facts;
  if (rows.every(({ facts }) => facts.name === first.name)) return { value: read(first), question: null };
  const choice = choose(rows, 'name', read, ({ name }) => name, nameKey);
  if (!choice.question) {
    // Same key, several spellings: the longest is the least abbreviated.
    const longest = rows.reduce((best, row) => (row.facts.name.length > best.facts.name.length ? row : best));
    return { value: read(longest.facts), question: null };
  }
  const keyed = rows.map(({ facts }) => ({ facts, key: nameKey(facts.name) }));
  const { facts: longest, key: longestKey } = keyed.reduce((best, one) => (one.key.length > best.key.length ? one : best));
  const isWhole = keyed.every(({ key }) => longestKey.startsWith(key));
  return isWhole ? { value: read(longest), question: null } : choice;
}

/** The place follows the address; coordinates less than 200 m apart are one place. */
function choosePlace(rows: readonly FactsOfLine[], address: AddressFacts | null): Choice<NonNullable<OrganisationFacts['place']>> {
  const placed = rows.filter(({ facts }) => facts.place);
  const atAddress = placed.filter(({ facts }) => address && addressKey(sayAddress(facts.address)) === addressKey(sayAddress(address)));
  const candidates = atAddress.length ? atAddress : placed;
  const given = candidates.filter(({ facts }) => facts.place?.precision === 'given');
  const kept = given.length ? given : candidates;
  const value = kept[0]?.facts.place ?? null;
  if (!value || kept.every(({ facts }) => distanceKm(facts.place!, value) < 0.2)) return { value, question: null };
  return choose(kept, 'place', ({ place }) => place, ({ latitude, longitude }) => `${latitude}, ${longitude}`, (text) => text);
}

/** Of several dates since which it is a partner, the earliest is true for all: no question. */
function earliest(choice: Choice<string>, all: readonly OrganisationFacts[]): Choice<string> {
  const days = all.map(({ partnerSince }) => partnerSince).filter((day) => day !== null).sort();
  return { ...choice, value: days[0] ?? null, question: null };
}

function withComplement(address: AddressFacts, all: readonly OrganisationFacts[]): AddressFacts {
  return address.complement ? address : { ...address, complement: all.find((facts) => facts.address.complement)?.address.complement ?? null };
}

function sayAddress({ line, postcode, communeName }: AddressFacts): string {
  return [line, [postcode, communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function addressKey(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '');
}

function united<T extends string>(lists: readonly (readonly T[])[]): T[] {
  const seen = new Map<string, T>();
  for (const value of lists.flat()) if (!seen.has(fold(value))) seen.set(fold(value), value);
  return [...seen.values()];
}

function unitedPhones(lists: readonly (readonly Phone[])[]): Phone[] {
  return [...new Map(lists.flat().map((phone) => [`${phone.number}#${phone.extension ?? ''}`, phone])).values()];
}

/** Persons with the same name, or without a name and the same ways to reach them, are one. */
function unitedContacts(contacts: readonly ContactFacts[]): ContactFacts[] {
  const byKey = new Map<string, ContactFacts>();
  for (const contact of contacts) {
    const key = contact.name ? fold(contact.name) : [...contact.emails, ...contact.phones.map(({ number }) => number)].join(' ');
    const known = byKey.get(key);
    byKey.set(key, known ? { name: known.name ?? contact.name, function: known.function ?? contact.function, phones: unitedPhones([known.phones, contact.phones]), emails: united([known.emails, contact.emails]) } : contact);
  }
  return [...byKey.values()];
}
