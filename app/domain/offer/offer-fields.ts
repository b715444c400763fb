import { formatPhone } from '~/domain/organisation/phone';
import { themes } from '~/domain/organisation/themes';
import { audiences, type Audience } from './audiences';
import { offerKinds, type OfferKind } from './offer-kinds';
import { costs, mobilisationModes, mobilisers, publics, receptionModes, serviceTypes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';

type Say = (value: unknown) => string;
const text: Say = (value) => (value === null || value === undefined ? '' : String(value));
const day: Say = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : text(value)).split('-').reverse().join('/');
const yes: Say = (value) => (value === true ? 'oui' : '');
const word = (vocabulary: Readonly<Record<string, string>>): Say => (value) => (value === null || value === undefined ? '' : (vocabulary[String(value)] ?? String(value)));
const words = (vocabulary: Readonly<Record<string, string>>): Say => (value) => (Array.isArray(value) ? value.map((code) => vocabulary[String(code)] ?? String(code)).join(', ') : '');

/** The fields of an offer, in the order in which they are read: their French label, and how a value is said. */
export const offerFields = [
  { field: 'kind', label: 'Sorte d’offre', say: (value: unknown) => offerKinds[value as OfferKind]?.label ?? '' },
  { field: 'title', label: 'Titre', say: text },
  { field: 'description', label: 'Description', say: text },
  { field: 'audience', label: 'Qui la trouve', say: (value: unknown) => audiences[value as Audience]?.label ?? '' },
  { field: 'themeCodes', label: 'Thématiques', say: words(Object.fromEntries(themes.map(({ code, label }) => [code, label]))) },
  { field: 'romes', label: 'Métiers', say: words({}) },
  { field: 'contract', label: 'Contrat', say: word(contracts) },
  { field: 'workingTime', label: 'Temps de travail', say: word(workingTimes) },
  { field: 'weeklyHours', label: 'Heures par semaine', say: (value: unknown) => text(value).replace('.', ',') },
  { field: 'schedule', label: 'Horaires', say: text },
  { field: 'pay', label: 'Rémunération', say: text },
  { field: 'startsOn', label: 'Commence le', say: day },
  { field: 'endsOn', label: 'Se termine le', say: day },
  { field: 'duration', label: 'Durée', say: text },
  { field: 'prepares', label: 'Diplôme ou titre préparé', say: text },
  { field: 'places', label: 'Places', say: text },
  { field: 'level', label: 'Niveau demandé', say: word(levels) },
  { field: 'experience', label: 'Expérience', say: word(experiences) },
  { field: 'ageMin', label: 'Âge, à partir de', say: text },
  { field: 'ageMax', label: 'Âge, jusqu’à', say: text },
  { field: 'publics', label: 'Publics', say: words(publics) },
  { field: 'schemes', label: 'Dispositifs', say: words(schemes) },
  { field: 'isHandicapFriendly', label: 'Accessible aux personnes en situation de handicap', say: yes },
  { field: 'conditions', label: 'Conditions', say: text },
  { field: 'documents', label: 'Documents à apporter', say: text },
  { field: 'serviceType', label: 'Type de service', say: word(serviceTypes) },
  { field: 'cost', label: 'Coût', say: word(costs) },
  { field: 'costText', label: 'Précisions sur le coût', say: text },
  { field: 'receptionModes', label: 'Accueil', say: words(receptionModes) },
  { field: 'mobilisationModes', label: 'Comment y aller', say: words(mobilisationModes) },
  { field: 'mobilisableBy', label: 'Qui peut s’adresser', say: words(mobilisers) },
  { field: 'mobilisationText', label: 'Précisions pour s’adresser', say: text },
  { field: 'mobilisationUrl', label: 'Lien d’inscription', say: text },
  { field: 'hasOwnPlace', label: 'Ailleurs que chez le partenaire', say: yes },
  { field: 'addressLine', label: 'Adresse', say: text },
  { field: 'postcode', label: 'Code postal', say: text },
  { field: 'communeCode', label: 'Commune (code)', say: text },
  { field: 'zones', label: 'Zones desservies', say: words({}) },
  { field: 'opensOn', label: 'Ouvre le', say: day },
  { field: 'closesOn', label: 'Date limite', say: day },
  { field: 'contactName', label: 'Personne à joindre', say: text },
  { field: 'contactEmail', label: 'Courriel', say: text },
  { field: 'contactPhone', label: 'Téléphone', say: (value: unknown) => (typeof value === 'string' ? formatPhone(value) : '') },
] as const satisfies readonly { field: string; label: string; say: Say }[];

export type OfferField = (typeof offerFields)[number]['field'];
