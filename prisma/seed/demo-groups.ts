import type { Actor } from '~/access/actor';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { attachParent } from '~/domain/group/attach-parent.server';
import { addNationalAgreement } from '~/domain/national-agreement/add-national-agreement.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import type { AddPartner } from '~/domain/partner/partner.schema';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asActor, asSystem } from '~/server/db.server';
import { daysAgo, type Dated } from './demo-life';
import { fictionalSiret } from './demo-partners';
import { demoPlatform, emailOf } from './demo-people';

const group = { postcode: '65000', communeCode: '65440', kindCode: 'entreprise', themes: ['emploi'], nafCode: '47.11F' } as const satisfies Partial<AddPartner>;
const head = fictionalSiret(9100);
/** A large group that nobody is: its head office, then its establishments, the last one under the second. */
const valArize: AddPartner[] = [
  { ...group, name: 'Groupe Val d’Arize', siret: head, headcountBand: '52', description: 'Distribution alimentaire, vingt établissements dans le Sud-Ouest.', addressLine: '1 allée des Tilleuls', phone: '05 36 49 90 00', website: 'https://val-arize.example' },
  { ...group, name: 'Val d’Arize Tarbes', siret: fictionalSiret(9101), headcountBand: '21', addressLine: '8 route de Pau', phone: '05 36 49 90 01', email: 'tarbes@val-arize.example', description: 'Magasin et service de commandes.' },
  { ...group, name: 'Val d’Arize Lourdes', siret: fictionalSiret(9102), headcountBand: '12', postcode: '65100', communeCode: '65286', addressLine: '22 avenue du Gave', phone: '05 36 49 90 02' },
  { ...group, name: 'Entrepôt du Val d’Arize', siret: fictionalSiret(9103), headcountBand: '22', nafCode: '52.10B', addressLine: 'Zone du Bosquet', phone: '05 36 49 90 03' },
];
/** Establishments that the neighbour works with: the first agency reads them in the tree, and may add them. */
const elsewhere: AddPartner[] = [{ ...group, name: 'Val d’Arize Mirande', siret: fictionalSiret(9104), headcountBand: '12', postcode: '32300', communeCode: '32256' }];
const federation: AddPartner = { name: 'Fédération des artisans du Haut-Adour', kindCode: 'federation', siret: fictionalSiret(9110), postcode: '65000', communeCode: '65440', themes: ['emploi', 'formation'], description: 'Réunit les artisans du bâtiment et de la réparation.' };

/**
 * A group with its establishments and its national agreement, a federation with its members, labels: by the domain's own commands.
 * What was added, to be dated back.
 */
export async function seedGroups(officer: Actor, neighbour: Actor): Promise<Dated[]> {
  const added: Dated[] = [];
  const quiet = { timeout: 120_000 };
  await asActor(neighbour, 'demonstration', async (real) => {
    for (const input of elsewhere) await addPartner({ ...real, emit: async () => {} }, input);
  }, quiet);
  await asActor(officer, 'demonstration', async (real) => {
    const ctx = { ...real, emit: async () => {} };
    const add = async (input: AddPartner) => {
      const { partnershipId, organisationId } = await addPartner(ctx, { ...input, officerId: officer.userId });
      for (const [verb, days] of [['contact', 280], ['activate', 240]] as const) await movePartnership({ ...ctx, now: daysAgo(days) }, { partnershipId, verb });
      added.push({ partnershipId, organisationId, addedAt: daysAgo(300), changedAt: daysAgo(240), notes: [] });
      return partnershipId;
    };
    const attach = async (partnershipId: string, parent: string) => {
      const { organisation } = await ctx.db.partnership.findFirstOrThrow({ where: { id: partnershipId }, select: { organisation: { select: { version: true } } } });
      await attachParent(ctx, { partnershipId, version: organisation.version, parent });
    };
    const [top = '', tarbes = '', lourdes = '', store = ''] = await inTurn(valArize, add);
    for (const [child, parent] of [[tarbes, top], [lourdes, top], [store, tarbes]] as const) await attach(child, parent);
    await setEngagement(ctx, { partnershipId: tarbes, formCode: 'immersion', readiness: 'regular', capacityPerMonth: 3 });
    await setEngagement(ctx, { partnershipId: lourdes, formCode: 'immersion', readiness: 'willing', capacityPerMonth: 1 });
    await setEngagement(ctx, { partnershipId: store, formCode: 'alternance', readiness: 'tried' });
    await editOrganisation(ctx, { partnershipId: top, hasYouthLabel: 'oui' });

    const guild = await add(federation);
    const artisans = await ctx.db.partnership.findMany({ where: { stage: 'active', organisation: { siret: { not: null }, parentId: null, OR: [{ nafCode: { startsWith: '43' } }, { nafCode: '45.20A' }] } }, orderBy: { id: 'asc' }, take: 5, select: { id: true } });
    for (const [rank, { id }] of artisans.entries()) {
      await attach(id, guild);
      if (rank < 2) await editOrganisation(ctx, { partnershipId: id, hasYouthLabel: 'oui' });
    }
  }, quiet);
  // The link of an establishment that the first agency does not work with is written by the one that does.
  await asActor(neighbour, 'demonstration', async (real) => {
    const ctx = { ...real, emit: async () => {} };
    const partnership = await ctx.db.partnership.findFirstOrThrow({ where: { organisation: { siret: elsewhere[0]!.siret } }, select: { id: true, organisation: { select: { version: true } } } });
    await attachParent(ctx, { partnershipId: partnership.id, version: partnership.organisation.version, parentText: head });
  }, quiet);
  await seedNationalAgreement();
  return added;
}

/** Who keeps the platform of the demonstration. */
export const platformOfDemo = () =>
  asSystem('the demonstration acts for the platform', async (db): Promise<Actor> => {
    const { user, ...membership } = await db.membership.findFirstOrThrow({ where: { role: 'platformAdmin', user: { email: emailOf(demoPlatform) } }, include: { user: true } });
    return { userId: user.id, sessionId: '', membershipId: membership.id, role: 'platformAdmin', firstName: user.firstName, lastName: user.lastName, email: user.email, missionLocaleId: null, regionCode: null, organisationId: null, placeName: 'Plateforme' };
  });

async function seedNationalAgreement() {
  const today = parisDay(new Date());
  await asActor(await platformOfDemo(), 'demonstration', async (ctx) => {
    const forms = await ctx.db.engagementForm.findMany({ where: { code: { in: ['immersion', 'alternance', 'visite'] } }, select: { id: true } });
    await addNationalAgreement(ctx, {
      siret: head, title: 'Accord national pour l’emploi des jeunes', startsOn: addDays(today, -200), endsOn: addDays(today, 530), formIds: forms.map(({ id }) => id),
      says: 'Chaque établissement accueille au moins deux jeunes en immersion par an et répond en dix jours aux candidatures en alternance.', link: 'https://val-arize.example/accord-jeunes',
      contactName: 'Claire Montagut, ressources humaines', contactEmail: 'jeunes@val-arize.example', contactPhone: '05 36 49 90 00',
    });
  });
}

/** One after the other, in the order given. */
async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
