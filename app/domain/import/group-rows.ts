import { nameKey } from '~/domain/organisation/name-key';
import { streetKey as keyOfStreet } from '~/domain/place/street-key';
import { fold } from '~/domain/text/fold';
import type { OrganisationFacts, ReadRow, RowNote } from './facts';
import { mergeFacts, type FactsOfLine, type Question } from './merge-facts';

/** An organisation of the file, made of one row or of several. */
export type ImportedOrganisation = {
  /** What makes it one: `siret:…`, or `name:…` with the commune and, where needed, the address. The same in the same file. */
  key: string;
  lines: number[];
  facts: OrganisationFacts;
  /** Where its rows disagree and a person may choose; `facts` already follows the default choice. */
  questions: Question[];
  notes: (RowNote & { line: number })[];
};

type AcceptedRow = Extract<ReadRow, { ok: true }>;

/**
 * Makes one organisation of the rows that tell of it, in the order of the file: the same SIRET; without one, the same name
 * and commune, unless both give a street and the streets differ (two places of one network). A row without SIRET joins the
 * only organisation with a SIRET that has its name, commune and no other street. No row is lost: each is in one organisation.
 */
export function groupRows(rows: readonly AcceptedRow[]): ImportedOrganisation[] {
  const groups = new Map<string, AcceptedRow[]>();
  const namesakes = new Map<string, string[]>();
  const add = (key: string, row: AcceptedRow) => {
    const group = groups.get(key);
    if (group) group.push(row);
    else {
      groups.set(key, [row]);
      const place = namePlaceKey(row.facts);
      namesakes.set(place, [...(namesakes.get(place) ?? []), key]);
    }
  };
  const withoutSiret = rows.filter(({ facts }) => !facts.siret);
  for (const row of rows) if (row.facts.siret) add(`siret:${row.facts.siret}`, row);
  // Rows that give a street come first: they tell the places apart that the others then join.
  for (const row of withoutSiret) if (streetKey(row.facts)) add(keyAmong(row.facts, namesakes, groups), row);
  for (const row of withoutSiret) if (!streetKey(row.facts)) add(keyAmong(row.facts, namesakes, groups), row);
  return [...groups]
    .map(([key, members]) => toOrganisation(key, members))
    .sort((a, b) => a.lines[0]! - b.lines[0]!);
}

/** The key of name and commune by which two rows without SIRET are one organisation. */
export function namePlaceKey(facts: OrganisationFacts): string {
  const { communeCode, communeName, postcode } = facts.address;
  return `name:${nameKey(facts.name)}|${communeCode ?? (fold(communeName ?? '') || (postcode ?? ''))}`;
}

/** The group that a row without SIRET belongs to: the one namesake whose street agrees, else its own. */
function keyAmong(facts: OrganisationFacts, namesakes: ReadonlyMap<string, string[]>, groups: ReadonlyMap<string, AcceptedRow[]>): string {
  const place = namePlaceKey(facts);
  const street = streetKey(facts);
  const agreeing = (namesakes.get(place) ?? []).filter((key) => {
    const streets = (groups.get(key) ?? []).map((row) => streetKey(row.facts)).filter(Boolean);
    return !street || !streets.length || streets.includes(street);
  });
  const own = street ? `${place}|${street}` : place;
  return agreeing.length === 1 ? agreeing[0]! : own;
}

const streetKey = ({ address }: OrganisationFacts) => keyOfStreet(address.line);

function toOrganisation(key: string, members: AcceptedRow[]): ImportedOrganisation {
  const inOrder = [...members].sort((a, b) => a.line - b.line);
  const { facts, questions } = mergeFacts(inOrder.map(({ line, facts: one }): FactsOfLine => ({ line, facts: one })));
  const notes = inOrder.flatMap(({ line, notes: said }) => said.map((note) => ({ ...note, line })));
  return { key, lines: inOrder.map(({ line }) => line), facts, questions, notes };
}
