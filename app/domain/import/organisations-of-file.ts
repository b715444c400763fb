import { hintKind } from '~/domain/organisation/recognise-kind';
import { nameKey } from '~/domain/organisation/name-key';
import { quoted } from '~/domain/text/clean';
import type { ContactFacts, OrganisationFacts, ReadRow } from './facts';
import { groupRows, type ImportedOrganisation } from './group-rows';
import type { ImportedContact, ImportedFacts } from './imported-facts';
import type { AskedField, ImportQuestion } from './import-question';
import { optionOf } from './compare-organisation';
import { fieldLabel } from './fields';

/** One organisation of the file: its facts, what its lines disagree about, what was put right. */
export type PlannedOrganisation = { facts: ImportedFacts; questions: ImportQuestion[]; notes: string[]; lines: number[] };

type AcceptedRow = Extract<ReadRow, { ok: true }>;

/** Makes one organisation of the rows that tell of it, in the shape that the plan compares with the register. */
export function organisationsOfFile(rows: readonly AcceptedRow[]): PlannedOrganisation[] {
  const byLine = new Map(rows.map((row) => [row.line, row.facts]));
  return groupRows(rows).map((organisation) => plannedOf(organisation, byLine));
}

function plannedOf({ facts, questions, notes, lines }: ImportedOrganisation, byLine: ReadonlyMap<number, OrganisationFacts>): PlannedOrganisation {
  const given = toImportedFacts(facts);
  const several = lines.length > 1;
  return {
    facts: given,
    lines,
    questions: questions.flatMap((question): ImportQuestion[] => {
      const field = question.field;
      if (!isAsked(field)) return [];
      const options = question.values.map(({ lines: said }) => ({ ...optionOf(field, toImportedFacts(byLine.get(said[0]!) ?? facts), 'file'), lines: said }));
      return [{ field, options, chosen: question.chosen }];
    }),
    notes: [
      ...notes.map(({ line, text }) => (several ? `Ligne ${line} : ${text}` : text)),
      ...questions.flatMap(({ field, values, chosen }) => (isAsked(field) || field === 'place' || field === 'partnerSince' ? [] : [`${fieldLabel(field)} : ${quoted(values[chosen]?.value ?? '')} est repris, pas ${values.filter((_, i) => i !== chosen).map(({ value }) => quoted(value)).join(', ')}.`])),
      ...facts.phones.flatMap(({ extension }) => (extension ? [`Le poste ${extension} n’est pas repris : notez-le avec un interlocuteur.`] : [])),
    ],
  };
}

const isAsked = (field: string): field is AskedField => ['name', 'brandName', 'acronym', 'address', 'nafCode', 'legalForm', 'website'].includes(field);

/** The reader's facts as the record holds them. */
function toImportedFacts(facts: OrganisationFacts): ImportedFacts {
  const { address, place, phones, emails } = facts;
  const [phone = null, ...otherPhones] = [...new Set(phones.map(({ number }) => number))];
  const isExact = place?.precision === 'given';
  return {
    name: facts.name,
    originalName: facts.originalName,
    nameKey: nameKey(facts.name),
    brandName: facts.brandName,
    acronym: facts.acronym,
    siret: facts.siret,
    nafCode: facts.nafCode,
    legalForm: facts.legalForm,
    hasYouthLabel: facts.hasYouthLabel,
    description: facts.description?.slice(0, 10_000) ?? null,
    phone,
    otherPhones,
    email: emails[0] ?? null,
    website: facts.website,
    openingHours: facts.openingHours,
    addressLine: address.line,
    addressExtra: address.complement,
    postcode: address.postcode,
    cedex: address.cedex,
    communeCode: address.communeCode,
    communeName: address.communeCode ? address.communeName : null,
    departementCode: address.departementCode,
    latitude: isExact ? place.latitude : null,
    longitude: isExact ? place.longitude : null,
    placePrecision: isExact ? 'exact' : null,
    kinds: facts.kinds,
    localKinds: facts.unknownKinds,
    kindHint: facts.kinds.length > 0 ? null : hintKind(facts.legalForm, facts.nafCode),
    themes: facts.themes,
    tags: facts.tags,
    contacts: [...facts.contacts.map(contactOf), ...emails.slice(1).map((email) => ({ ...nobody, email }))],
    externalId: facts.externalId,
    partnerSince: facts.partnerSince,
  };
}

/** Somebody to write to, of whom no name is known: an address more than the record holds. */
const nobody: ImportedContact = { firstName: null, lastName: 'Contact', jobTitle: null, phone: null, email: null };

function contactOf({ name, function: jobTitle, phones, emails }: ContactFacts): ImportedContact {
  return { ...nobody, lastName: name ?? jobTitle ?? nobody.lastName, jobTitle, phone: phones[0]?.number ?? null, email: emails[0] ?? null };
}
