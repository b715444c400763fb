import type { Actor } from '~/access/actor';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { findOrganisationPairs, type Step } from '~/domain/network-merge/find-organisation-pairs.server';
import { markWaitingPairs } from '~/domain/network-merge/keep-organisation-pairs.server';
import { mergeOrganisations } from '~/domain/network-merge/merge-organisations.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import type { AddPartner } from '~/domain/partner/partner.schema';
import { asActor, asSystem } from '~/server/db.server';
import { fictionalSiret } from './demo-partners';
import { platformOfDemo } from './demo-groups';

/** Establishments of a group that the neighbour typed again without their SIRET: the network knows them twice. */
const typedAgain: AddPartner[] = [
  { name: 'VAL D’ARIZE TARBES', kindCode: 'entreprise', postcode: '65000', communeCode: '65440', addressLine: '8, route de Pau', phone: '05 36 49 90 01', themes: ['emploi'] },
  { name: 'Val d’Arize – magasin de Lourdes', kindCode: 'entreprise', postcode: '65100', communeCode: '65286', addressLine: '22 av. du Gave', email: 'accueil.lourdes@val-arize.example', themes: ['emploi'] },
];

/** One pair waits for the platform; the other is already one organisation, which both agencies live with. */
export async function seedNetworkDoubles(neighbour: Actor): Promise<void> {
  const quiet = { timeout: 120_000 };
  const merged = await asActor(neighbour, 'demonstration', async (real) => {
    const ctx = { ...real, emit: async () => {} };
    const added = [];
    for (const input of typedAgain) added.push(await addPartner(ctx, input));
    await addExchange(ctx, { partnershipId: added[1]!.partnershipId, kind: 'visit', body: 'Visite du magasin avec trois jeunes. La responsable propose deux immersions en rayon.' });
    return added[1]!.organisationId;
  }, quiet);
  const now = new Date();
  let step: Step = { next: null, found: 0 };
  do {
    const after = step.next;
    step = await asSystem('the organisations of the demonstration that may be one', (db) => findOrganisationPairs(db, { after, now }), quiet);
  } while (step.next);
  const kept = await asSystem('the demonstration reads an organisation', async (db) => {
    await markWaitingPairs(db, null);
    return db.organisation.findUniqueOrThrow({ where: { siret: fictionalSiret(9102) }, select: { id: true } });
  }, quiet);
  await asActor(await platformOfDemo(), 'demonstration', (real) => mergeOrganisations({ ...real, emit: async () => {} }, { keptId: kept.id, mergedId: merged, choices: { name: 'kept', address: 'kept' } }), quiet);
}
