import { addPartner } from '~/domain/partner/add-partner.server';
import type { missionLocale } from '../../support/agencies';

type Agency = Awaited<ReturnType<typeof missionLocale>>;

/** A partner, as an officer adds it. */
export const partner = (ml: Agency, name: string, siret: string | null = null, more: Partial<Parameters<typeof addPartner>[1]> = {}) => ml.as('officer').do(addPartner, { name, siret, ...more });

/** Hangs one organisation on another as a command of the domain would, without its questions. */
export const hang = (ml: Agency, child: { organisationId: string }, parent: { organisationId: string }) =>
  ml.as('officer').run((ctx) => ctx.db.organisation.update({ where: { id: child.organisationId }, data: { parentId: parent.organisationId } }));
