import { worthierFirst, type ComparedFacts, type FactLine } from '~/domain/duplicate/compare-records';
import { dayOf } from '~/domain/text/french-date';
import { sayAgencies } from './say-moving';

/** One of two organisations side by side: common facts, and how many agencies live with it. */
export type PairedOrganisation = ComparedFacts & { organisationId: string; closedOn: string | null; agencies: number };

/** What helps to choose which of two organisations is kept, and says nothing of their being one. */
export const factLines: readonly FactLine<PairedOrganisation>[] = [
  { label: 'Fermée', say: ({ closedOn }) => closedOn && `le ${dayOf(new Date(closedOn))}` },
  { label: 'Connue de', say: ({ agencies }) => sayAgencies(agencies) },
  { label: 'Ajoutée', say: ({ createdAt }) => `le ${dayOf(new Date(createdAt))}` },
];

/** The one that one would keep, first: it is open and has a SIRET, more agencies live with it, it is the older. */
export const keptOrganisationFirst = (one: PairedOrganisation, other: PairedOrganisation) => worthierFirst(one, other, ({ siret, closedOn, agencies }) => [siret && !closedOn ? 1 : 0, siret ? 1 : 0, agencies]);
