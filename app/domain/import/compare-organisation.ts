import type { ThemeCode } from '~/domain/organisation/themes';
import { isEmptyFact, mayReplace, sameFact } from '~/domain/partner/shared-facts';
import { fold, foldedWords } from '~/domain/text/fold';
import type { ImportedContact, ImportedFacts } from './imported-facts';
import { askedFieldNames, askedFields, chosenOption, recordOption, type AskedField, type ImportOption, type ImportQuestion } from './import-question';
import type { KnownOrganisation, RecordColumns } from './known-organisation';
import { sayFact } from './say-fact';

/** The values of the network and of the agency: kinds by code (the network's) or folded label, tags by folded label. A tag that does not exist yet has no id. */
export type ValueIds = { kinds: ReadonlyMap<string, string>; kindLabels: ReadonlyMap<string, string>; tags: ReadonlyMap<string, string> };

/** What importing one organisation does. Pure: the same facts and the same record give the same answer, at the dry run and at the import. */
export type Decision = {
  outcome: 'create' | 'join' | 'complete' | 'unchanged';
  /** Columns of the shared record to write; for a new one, all of them. */
  set: Partial<RecordColumns>;
  /** Ids of the kinds that the agency gives beside the record's own. */
  kindIds: string[];
  themes: ThemeCode[];
  /** Labels. */
  tags: string[];
  contacts: ImportedContact[];
  externalId: string | null;
};

/**
 * Compares what a file says with what is known. Unknown: `create`. Known in the network only: `join`. A partner already:
 * `complete` or `unchanged`. Empty facts are filled; a fact that has another value changes only when the person chose the
 * file's, and only if the record still is what that person saw.
 */
export function decide(given: ImportedFacts, questions: readonly ImportQuestion[], known: KnownOrganisation | null, ids: ValueIds): Decision {
  const facts = answered(given, questions, known);
  const kindIds = kindIdsOf(facts, ids);
  const mainKindId = known?.kindId ?? mainKindOf(facts, ids);
  const beside = { kindIds: kindIds.filter((id) => id !== mainKindId), themes: facts.themes, tags: facts.tags, contacts: facts.contacts, externalId: facts.externalId };
  if (!known) return { outcome: 'create', set: columnsOf(facts), ...beside };
  const set = { ...gaps(facts, known), ...replaced(questions, known) };
  const ours = known.partnership;
  if (!ours) return { outcome: 'join', set, ...beside };
  const added = {
    kindIds: beside.kindIds.filter((id) => !ours.kindIds.includes(id)),
    themes: facts.themes.filter((theme) => !ours.themes.includes(theme)),
    tags: facts.tags.filter((tag) => !ours.tagIds.includes(ids.tags.get(fold(tag)) ?? '')),
    contacts: facts.contacts.filter((contact) => !ours.contacts.some((one) => isSamePerson(one, contact))),
    externalId: ours.externalId ? null : facts.externalId,
  };
  const changes = Object.keys(set).length > 0 || added.kindIds.length > 0 || added.themes.length > 0 || added.tags.length > 0 || added.contacts.length > 0 || added.externalId !== null;
  return { outcome: changes ? 'complete' : 'unchanged', set, ...added };
}

/** The kind of a new record: the network's only, since the whole network reads it. */
export function mainKindOf({ kinds, kindHint }: Pick<ImportedFacts, 'kinds' | 'kindHint'>, ids: ValueIds): string {
  return ids.kinds.get(kinds[0] ?? kindHint ?? 'autre') ?? ids.kinds.get('autre') ?? '';
}

function kindIdsOf({ kinds, localKinds }: ImportedFacts, ids: ValueIds): string[] {
  return [...new Set([...kinds, ...localKinds.map(fold)].flatMap((kind) => ids.kinds.get(kind) ?? []))];
}

/** What a person should be asked, given the differences inside the file (`inFile`) and with the record. */
export function questionsAbout(given: ImportedFacts, inFile: readonly ImportQuestion[], known: KnownOrganisation | null): ImportQuestion[] {
  if (!known) return [...inFile];
  return askedFieldNames.flatMap((field): ImportQuestion[] => {
    const asked = inFile.find((question) => question.field === field);
    const options = asked?.options ?? [optionOf(field, given, 'file')];
    if (isBlank(field, known)) return asked ? [asked] : [];
    if (options.some(({ value }) => isBlank(field, value) || agrees(field, value, known))) return [];
    if (!mayReplace('import', known.factSources[field === 'address' ? 'addressLine' : field]?.source)) return [];
    return [{ field, options: [optionOf(field, known, 'record'), ...options], chosen: 0 }];
  });
}

/** An option made of the columns of `field` that `facts` holds. */
export function optionOf(field: AskedField, facts: Partial<RecordColumns> & { communeName?: string | null }, from: ImportOption['from']): ImportOption {
  const value = Object.fromEntries(askedFields[field].columns.map((column) => [column, facts[column] ?? null])) as Partial<RecordColumns>;
  return { from, says: sayFact(field, facts), value };
}

/** The facts with the answers about the file's own differences. */
function answered(given: ImportedFacts, questions: readonly ImportQuestion[], known: KnownOrganisation | null): ImportedFacts {
  const patches = questions.flatMap((question) => {
    const option = chosenOption(question);
    return option?.from === 'file' && (!known || isBlank(question.field, known)) ? [option.value] : [];
  });
  return Object.assign({}, given, ...patches) as ImportedFacts;
}

function replaced(questions: readonly ImportQuestion[], known: KnownOrganisation): Partial<RecordColumns> {
  const patches = questions.flatMap((question) => {
    const option = chosenOption(question);
    const seen = recordOption(question);
    if (option?.from !== 'file' || !seen) return [];
    // Somebody changed the record since the question was asked: their word stays.
    const isAsSeen = Object.entries(seen.value).every(([column, value]) => sameFact(value, known[column as keyof RecordColumns]));
    return isAsSeen ? [changesIn(option.value, known)] : [];
  });
  return Object.assign({}, ...patches) as Partial<RecordColumns>;
}

function gaps(facts: ImportedFacts, known: KnownOrganisation): Partial<RecordColumns> {
  const set: Partial<RecordColumns> = {};
  for (const field of askedFieldNames) {
    if (field === 'address' || field === 'phone' || !isBlank(field, known) || isBlank(field, facts)) continue;
    Object.assign(set, optionOf(field, facts, 'file').value);
  }
  if (!known.siret && facts.siret) set.siret = facts.siret;
  return { ...set, ...phoneGaps(facts, known), ...placeGaps(facts, known) };
}

/** Numbers that share one with the record belong to the same place: the others are added behind. */
function phoneGaps(facts: RecordColumns, known: KnownOrganisation): Partial<RecordColumns> {
  const ours = numbersOf(known);
  const missing = numbersOf(facts).filter((number) => !ours.includes(number));
  if (missing.length === 0) return {};
  if (ours.length === 0) return { phone: missing[0], otherPhones: missing.slice(1) };
  return missing.length < numbersOf(facts).length ? { otherPhones: [...known.otherPhones, ...missing] } : {};
}

/** An address completes another only when both are of one commune; the file's own coordinates are better than a commune's centre. */
function placeGaps(facts: ImportedFacts, known: KnownOrganisation): Partial<RecordColumns> {
  const place = optionOf('address', { ...facts, placePrecision: facts.placePrecision }, 'file').value;
  if (isBlank('address', known)) return isBlank('address', facts) && facts.latitude === null ? {} : changesIn(place, known);
  if (!agrees('address', facts, known)) return {};
  const set: Partial<RecordColumns> = {};
  if (!known.addressLine && facts.addressLine) Object.assign(set, { addressLine: facts.addressLine, addressExtra: facts.addressExtra ?? known.addressExtra });
  if (!known.addressExtra && facts.addressExtra) set.addressExtra = facts.addressExtra;
  if (!known.postcode && facts.postcode) set.postcode = facts.postcode;
  if (!known.cedex && facts.cedex && known.postcode === facts.postcode) set.cedex = facts.cedex;
  if (!known.communeCode && facts.communeCode) Object.assign(set, { communeCode: facts.communeCode, departementCode: facts.departementCode });
  if (facts.placePrecision === 'exact' && known.placePrecision !== 'exact' && known.placePrecision !== 'street') {
    Object.assign(set, { latitude: facts.latitude, longitude: facts.longitude, placePrecision: 'exact' });
  }
  return changesIn(set, known);
}

/** Do both say the same thing of this field, or does one say no more than a part of the other? */
function agrees(field: AskedField, one: Partial<RecordColumns>, known: RecordColumns): boolean {
  switch (field) {
    case 'name':
      return foldedWords(one.name ?? '').join(' ') === foldedWords(known.name).join(' ');
    case 'phone':
      return numbersOf(one).some((number) => numbersOf(known).includes(number));
    case 'website':
      return sameSite(one.website) === sameSite(known.website);
    case 'address':
      return (!one.communeCode || !known.communeCode || one.communeCode === known.communeCode) && (!one.addressLine || !known.addressLine || streetKey(one.addressLine) === streetKey(known.addressLine));
    // A file gives the label or says nothing of it: there is nothing to choose.
    case 'hasYouthLabel':
      return true;
    case 'openingHours':
      return sameFact(one.openingHours, known.openingHours);
    default:
      return foldedWords(one[field] ?? '').join(' ') === foldedWords(known[field] ?? '').join(' ');
  }
}

function isBlank(field: AskedField, facts: Partial<RecordColumns>): boolean {
  if (field === 'address') return isEmptyFact(facts.addressLine) && isEmptyFact(facts.communeCode);
  if (field === 'phone') return numbersOf(facts).length === 0;
  return isEmptyFact(facts[field]);
}

const streetWords: Record<string, string> = { av: 'avenue', ave: 'avenue', bd: 'boulevard', bld: 'boulevard', pl: 'place', r: 'rue', rte: 'route', ch: 'chemin', che: 'chemin', imp: 'impasse', all: 'allee', sq: 'square', fg: 'faubourg', st: 'saint', ste: 'sainte', gal: 'general', gen: 'general', dr: 'docteur' };

/** A street as it is compared: `12, Av. du Gal Leclerc` and `12 avenue du Général Leclerc` are one. */
export function streetKey(addressLine: string): string {
  return foldedWords(addressLine).map((word) => streetWords[word] ?? word).join(' ');
}

const numbersOf = ({ phone, otherPhones }: Partial<RecordColumns>) => [phone, ...(otherPhones ?? [])].filter((number): number is string => Boolean(number));
const sameSite = (url: string | null | undefined) => (url ?? '').replace(/^https?:\/\/(?:www\.)?|\/+$/g, '').toLowerCase();

function isSamePerson(a: KnownContactLike, b: KnownContactLike): boolean {
  if (a.email && b.email) return fold(a.email) === fold(b.email);
  return fold(`${a.firstName ?? ''} ${a.lastName}`.trim()) === fold(`${b.firstName ?? ''} ${b.lastName}`.trim());
}
type KnownContactLike = Pick<ImportedContact, 'firstName' | 'lastName' | 'email'>;

/** Only what differs from the record. */
function changesIn(value: Partial<RecordColumns>, known: RecordColumns): Partial<RecordColumns> {
  return Object.fromEntries(Object.entries(value).filter(([column, one]) => !sameFact(one, known[column as keyof RecordColumns]))) as Partial<RecordColumns>;
}

function columnsOf(facts: ImportedFacts): RecordColumns {
  const { originalName: _o, nameKey: _k, communeName: _c, kinds: _ki, localKinds: _l, kindHint: _h, themes: _t, tags: _ta, contacts: _co, externalId: _e, partnerSince: _p, ...columns } = facts;
  return columns;
}

