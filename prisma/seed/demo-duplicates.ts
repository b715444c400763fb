import { findDuplicates } from '~/domain/duplicate/find-duplicates.server';
import { listDuplicates } from '~/domain/duplicate/list-duplicates.server';
import { dismissDuplicate } from '~/domain/duplicate/settle-duplicate.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import type { AddPartner } from '~/domain/partner/partner.schema';
import { asActor, asSystem } from '~/server/db.server';
import type { Crew } from './demo-life';

type Original = { name: string; addressLine: string | null; postcode: string; commune: string; phone: string | null };

/** How a colleague in a hurry types again what the agency already has. */
const hands: ((of: Original) => AddPartner)[] = [
  ({ name, postcode, commune, phone }) => ({ name: name.toUpperCase(), postcode, commune, phone }),
  ({ name, postcode, commune, addressLine }) => ({ name, postcode, commune, addressLine }),
  ({ name, postcode, commune }) => ({ name: `${name.slice(0, 4)}${name.slice(5)}`, postcode, commune }),
  ({ name, postcode, commune, phone }) => ({ name: `${name} ${commune}`, postcode, commune, phone }),
  ({ name, postcode, commune }) => ({ name: `${name} services`, postcode, commune, addressLine: '2 rue de l’Ancienne-Gare' }),
  ({ name, postcode, commune }) => ({ name, postcode, commune, addressLine: '14 chemin du Lavoir' }),
];

/** A few partners typed a second time, then looked for as each night; somebody already said of one pair that they are two, and made one of another, which can be undone. */
export async function seedDuplicates({ officers }: Crew): Promise<void> {
  const [officer] = officers;
  const { missionLocaleId } = officer!;
  await asActor(officer!, 'demonstration', async (ctx) => {
    const originals = await ctx.db.$queryRaw<Original[]>`SELECT o.name, o.address_line AS "addressLine", o.postcode, c.name AS commune, o.phone FROM search.partner s
      JOIN organisation o ON o.id = s.organisation_id JOIN commune c ON c.code = o.commune_code
      WHERE s.mission_locale_id = ${missionLocaleId}::uuid AND s.stage = 'active' AND o.siret IS NOT NULL AND o.postcode IS NOT NULL AND length(o.name) BETWEEN 14 AND 30 AND o.name <> 'Garage Lafitte'
      ORDER BY md5(o.name) LIMIT ${hands.length}`;
    for (const [i, of] of originals.entries()) await addPartner(ctx, hands[i]!(of));
  }, { timeout: 60_000 });
  await asSystem('the duplicates of the demonstration', (db) => findDuplicates(db, { missionLocaleId: missionLocaleId!, touched: null, now: new Date() }), { timeout: 60_000 });
  await asActor(officer!, 'demonstration', async (ctx) => {
    const { pairs } = await listDuplicates(ctx, { level: 'possible', isDismissed: false });
    if (pairs[0]) await dismissDuplicate(ctx, { pairId: pairs[0].id });
    const [sure] = (await listDuplicates(ctx, { level: 'sure', isDismissed: false })).pairs;
    if (sure) await mergePartners({ ...ctx, emit: async () => {} }, { keptId: sure.kept.partnershipId, mergedId: sure.other.partnershipId });
  });
}
