import { importedOffers } from '~/domain/offer/import/imported-offers.server';
import type { ImportSubject } from './import-subjects';
import type { ImportedThing } from './imported-thing';
import { importedPartners } from './imported-partners.server';

const things = { partners: importedPartners, offers: importedOffers } as const;

/** How an import of this subject does each of its steps. */
export const importedThing = (subject: ImportSubject): ImportedThing => things[subject] as ImportedThing;
