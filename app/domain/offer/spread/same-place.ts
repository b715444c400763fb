import { foldedWords } from '~/domain/text/fold';

/** Where a place of an offer is: its own address, or its holder's. */
export type Address = { addressLine: string | null; postcode: string | null; communeCode: string | null };

/** Would a person read the two as one address? The same line, however it is written, in one commune; a postcode that only one of them has tells nothing. */
export function isSamePlace(one: Address, other: Address): boolean {
  if (one.communeCode === null || one.communeCode !== other.communeCode) return false;
  if (one.postcode && other.postcode && one.postcode !== other.postcode) return false;
  return lineOf(one) === lineOf(other);
}

const lineOf = ({ addressLine }: Address) => foldedWords(addressLine ?? '').join(' ');
