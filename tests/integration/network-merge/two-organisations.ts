import type { Ctx } from '~/access/context';
import { addPartner } from '~/domain/partner/add-partner.server';
import { mergeOrganisations } from '~/domain/network-merge/merge-organisations.server';
import { undoOrganisationMerge } from '~/domain/network-merge/undo-organisation-merge.server';
import { asSystem } from '~/server/db.server';
import { acting, member, type missionLocale } from '../../support/agencies';

export const platform = acting(() => member({ role: 'platformAdmin', placeName: 'Plateforme' }));
export type Agency = Awaited<ReturnType<typeof missionLocale>>;
export type Added = { partnershipId: string; organisationId: string };

/** A partner, as an officer of that agency adds it. */
export const partner = (ml: Agency, name: string, more: Partial<Parameters<typeof addPartner>[1]> = {}): Promise<Added> => ml.as('officer').do(addPartner, { name, ...more });

/** The rows of organisations and of partnerships, as they are. */
export const organisation = (id: string) => asSystem('a test reads an organisation', (db) => db.organisation.findUniqueOrThrow({ where: { id } }));
export const livesWith = (ml: Agency) => ml.as('officer').run(({ db }) => db.partnership.findMany({ select: { id: true, organisationId: true, mergedIntoId: true }, orderBy: { id: 'asc' } }));

export const merge = (kept: Added, merged: Added, more: Partial<Parameters<typeof mergeOrganisations>[1]> = {}) => platform.do(mergeOrganisations, { keptId: kept.organisationId, mergedId: merged.organisationId, ...more });
export const undo = (mergeId: string) => platform.do(undoOrganisationMerge, { mergeId });
export const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
export const asOfficer = <T>(ml: Agency, work: (ctx: Ctx) => Promise<T>) => ml.as('officer').run(work);
