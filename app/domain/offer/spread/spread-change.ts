import { whyNotFurther } from '~/domain/offer/audiences';
import { offerFields, type OfferField } from '~/domain/offer/offer-fields';
import { fieldsWithout } from '~/domain/offer/offer-kinds';
import { whyNotPublished } from '~/domain/offer/offer.lifecycle';
import { dayOfDate } from '~/domain/text/typed-day';
import type { Offer } from '#prisma';

type PlaceField = 'hasOwnPlace' | 'addressLine' | 'postcode' | 'communeCode';
const placeFields: readonly string[] = ['hasOwnPlace', 'addressLine', 'postcode', 'communeCode'] satisfies PlaceField[];

/** What an offer says wherever it is: all that its form holds but the place, and who proposes it. */
type SharedField = Exclude<OfferField, PlaceField> | 'partnershipId';
export type SharedContent = Readonly<Pick<Offer, SharedField>>;
const sharedFields: readonly { field: SharedField; label: string }[] = [...offerFields.filter((one): one is Extract<typeof one, { field: SharedField }> => !placeFields.includes(one.field)), { field: 'partnershipId', label: 'Qui la propose' }];

/** Fields that hold together: when one of them would no longer go with the other, the place keeps both. */
const pairs: readonly (readonly [SharedField, SharedField])[] = [['startsOn', 'endsOn'], ['opensOn', 'closesOn'], ['ageMin', 'ageMax'], ['mobilisationModes', 'mobilisationUrl']];

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * What another place of an offer takes of a correction made here (`before` → `after`), and the labels of what it keeps: a field where it
 * said something else already, on purpose or since, and one that it could not hold as it stands (a closing day in the past, where
 * it is published). `today` is `YYYY-MM-DD`.
 */
export function spreadChange(before: SharedContent, after: SharedContent, other: SharedContent & Pick<Offer, 'state' | 'origin'>, { mayPublish, today }: { mayPublish: boolean; today: string }): { set: Partial<SharedContent>; kept: string[] } {
  const changed = sharedFields.map(({ field }) => field).filter((field) => !same(before[field], after[field]));
  const taken = new Set(changed.filter((field) => same(other[field], before[field])));
  const then = () => ({ ...other, ...(Object.fromEntries([...taken].map((field) => [field, after[field]])) as Partial<SharedContent>) });
  const keep = (...fields: SharedField[]) => fields.forEach((field) => taken.delete(field));

  // An offer that a partner wrote stays its own.
  if (other.origin === 'partner') keep('partnershipId');
  for (const pair of pairs) if (pair.some((field) => taken.has(field)) && !goTogether(then())[pair[0]]) keep(...pair);
  if (other.state === 'published') {
    const fault = () => whyNotPublished(standingOf(then()), today);
    const withPair = (field: SharedField) => [field, ...pairs.filter((pair) => pair.includes(field)).flat()];
    for (let why = fault(); why && withPair(why.field).some((field) => taken.has(field)); why = fault()) keep(...withPair(why.field));
    if (whyNotFurther({ state: other.state, audience: other.audience }, then().audience, mayPublish)) keep('audience');
  }
  // A kind that lacks a field has none, whatever the place said there.
  const lacking = taken.has('kind') ? fieldsWithout(after.kind) : [];
  const emptied = lacking.filter((field) => !same(other[field], after[field])).map((field) => [field, after[field]] as const);
  const set = Object.fromEntries([...[...taken].map((field) => [field, after[field]] as const), ...emptied]) as Partial<SharedContent>;
  const kept = sharedFields.filter(({ field }) => changed.includes(field) && !(field in set) && !same(other[field], after[field])).map(({ label }) => label);
  return { set, kept };
}

/** By the first field of each pair: do the two still go together? */
function goTogether(row: SharedContent): Partial<Record<SharedField, boolean>> {
  const inOrder = <T extends Date | number>(from: T | null, to: T | null) => from === null || to === null || from <= to;
  return {
    startsOn: inOrder(row.startsOn, row.endsOn),
    opensOn: inOrder(row.opensOn, row.closesOn),
    ageMin: inOrder(row.ageMin, row.ageMax),
    mobilisationModes: row.mobilisationUrl !== null || !row.mobilisationModes.includes('utiliser-lien-mobilisation'),
  };
}

const standingOf = ({ description, closesOn, endsOn }: SharedContent) => ({ description, closesOn: dayOfDate(closesOn), endsOn: dayOfDate(endsOn) });
