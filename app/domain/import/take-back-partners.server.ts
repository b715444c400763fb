import type { Ctx } from '~/access/context';

export type MadePartners = { partnershipIds: readonly string[]; /** Records that were made with them, rather than joined. */ organisationIds: readonly string[] };

/** Takes back partners that an import added beside what it is of; a record that somebody else holds stays, the network's from then on. */
export async function takeBackPartners(ctx: Ctx, { partnershipIds, organisationIds }: MadePartners): Promise<void> {
  if (partnershipIds.length === 0) return;
  await ctx.db.stageMove.deleteMany({ where: { partnershipId: { in: [...partnershipIds] } } });
  await ctx.db.partnership.deleteMany({ where: { id: { in: [...partnershipIds] } } });
  await ctx.beyondWalls('a record that another agency, a member or its own account holds is not taken away', async (db) => {
    await db.$executeRaw`UPDATE organisation o SET home_mission_locale_id = NULL WHERE o.id = ANY (${[...organisationIds]}::uuid[]) AND o.home_mission_locale_id = app.mission_locale()
      AND (EXISTS (SELECT FROM partnership p WHERE p.organisation_id = o.id) OR EXISTS (SELECT FROM organisation child WHERE child.parent_id = o.id)
        OR EXISTS (SELECT FROM membership m WHERE m.organisation_id = o.id) OR EXISTS (SELECT FROM national_agreement a WHERE a.organisation_id = o.id))`;
  });
  // Behind the walls again: only what is still this agency's own can go.
  await ctx.db.$executeRaw`DELETE FROM organisation o WHERE o.id = ANY (${[...organisationIds]}::uuid[]) AND o.home_mission_locale_id = app.mission_locale()`;
}
