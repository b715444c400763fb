import { isRomeCode } from '~/domain/engagement/rome';
import { costs, mobilisationModes, mobilisers, publics, receptionModes, serviceTypes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';
import { zonePattern } from '~/domain/place/zone';

const one = { contract: contracts, workingTime: workingTimes, level: levels, experience: experiences, serviceType: serviceTypes, cost: costs } as const;
const several = { publics, schemes, receptionModes, mobilisationModes, mobilisableBy: mobilisers } as const;

type Chosen = { [K in keyof typeof one]: string | null } & { [K in keyof typeof several]: string[] } & { romes: string[]; zones: string[] };

/** Of what an offer from elsewhere chose, what our lists know: a source may be ahead of them, a form cannot show what they lack. */
export function knownChoices(offer: Chosen): Chosen {
  const known = (vocabulary: object, code: string) => Object.hasOwn(vocabulary, code);
  const kept = Object.fromEntries((Object.keys(one) as (keyof typeof one)[]).map((field) => [field, offer[field] !== null && known(one[field], offer[field]) ? offer[field] : null])) as Pick<Chosen, keyof typeof one>;
  const lists = Object.fromEntries((Object.keys(several) as (keyof typeof several)[]).map((field) => [field, offer[field].filter((code) => known(several[field], code))])) as Pick<Chosen, keyof typeof several>;
  return { ...kept, ...lists, romes: offer.romes.filter(isRomeCode), zones: offer.zones.filter((zone) => zonePattern.test(zone)) };
}
