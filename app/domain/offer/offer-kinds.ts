import type { OfferKind } from '#prisma';
import type { ThemeCode } from '~/domain/organisation/themes';

export type { OfferKind };

/**
 * The kinds of offer, once: their words, their mark on maps and lists (never colour alone), the theme that they are of unless
 * somebody says otherwise, the form of engagement that they show, and the groups of fields that they have.
 */
export const offerKinds = {
  job: { code: 'emploi', label: 'Emploi', plural: 'Emplois', shape: 'square', theme: 'emploi', engagement: 'emploi', has: ['trade', 'work', 'hours', 'pay', 'wanted'] },
  apprenticeship: { code: 'alternance', label: 'Alternance', plural: 'Alternances', shape: 'diamond', theme: 'emploi', engagement: 'alternance', has: ['trade', 'work', 'hours', 'pay', 'diploma', 'wanted'] },
  immersion: { code: 'immersion', label: 'Immersion (PMSMP)', plural: 'Immersions (PMSMP)', shape: 'circle', theme: 'emploi', engagement: 'immersion', has: ['trade', 'hours'] },
  internship: { code: 'stage', label: 'Stage', plural: 'Stages', shape: 'pentagon', theme: 'emploi', engagement: 'stage', has: ['trade', 'hours', 'pay', 'wanted'] },
  training: { code: 'formation', label: 'Formation', plural: 'Formations', shape: 'triangle', theme: 'formation', engagement: null, has: ['trade', 'hours', 'pay', 'diploma', 'wanted', 'service', 'sessions'] },
  workshop: { code: 'atelier', label: 'Atelier', plural: 'Ateliers', shape: 'hexagon', theme: null, engagement: null, has: ['service', 'sessions'] },
  service: { code: 'service', label: 'Service', plural: 'Services', shape: 'cross', theme: null, engagement: null, has: ['service'] },
  mentoring: { code: 'parrainage', label: 'Parrainage', plural: 'Parrainages', shape: 'star', theme: 'emploi', engagement: 'parrainage', has: ['trade'] },
} as const satisfies Record<OfferKind, OfferKindFacts>;

/** `trade`: ROME; `work`: contract, full or part time; `hours`: a week; `pay`: wage or allowance; `diploma`: what it prepares; `wanted`: level and experience; `service`: data.inclusion's type, cost, welcome; `sessions`: dated runs with seats. */
export type FieldGroup = 'trade' | 'work' | 'hours' | 'pay' | 'diploma' | 'wanted' | 'service' | 'sessions';
type OfferKindFacts = { code: string; label: string; plural: string; shape: string; theme: ThemeCode | null; engagement: string | null; has: readonly FieldGroup[] };

export const offerKindNames = Object.keys(offerKinds) as OfferKind[];

/** Does an offer of this kind have these fields? */
export const has = (kind: OfferKind, group: FieldGroup): boolean => (offerKinds[kind].has as readonly FieldGroup[]).includes(group);

/** The fields of each group. */
const groupFields = {
  trade: ['romes'],
  work: ['contract', 'workingTime'],
  hours: ['weeklyHours'],
  pay: ['pay'],
  diploma: ['prepares'],
  wanted: ['level', 'experience'],
  service: ['serviceType', 'cost', 'costText'],
  sessions: [],
} as const satisfies Record<FieldGroup, readonly string[]>;

export type FieldOfGroup = (typeof groupFields)[FieldGroup][number];

/** The fields that an offer of this kind does not have. */
export const fieldsWithout = (kind: OfferKind): FieldOfGroup[] => (Object.keys(groupFields) as FieldGroup[]).filter((group) => !has(kind, group)).flatMap((group): readonly FieldOfGroup[] => groupFields[group]);

/** The kind that an address or a file names (`alternance`); null when it names none. */
export const offerKindOf = (code: string): OfferKind | null => offerKindNames.find((kind) => offerKinds[kind].code === code) ?? null;
