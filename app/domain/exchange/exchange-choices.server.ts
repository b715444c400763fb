import type { Ctx } from '~/access/context';
import { colleagueChoices, type Choice } from '~/domain/partner/choices.queries.server';

export type ExchangeChoices = { contacts: Choice[]; colleagues: Choice[]; outcomes: Choice[] };

/** What the form of an exchange offers: people of the partner in place (the main one first), colleagues, results in service. Three queries and one. */
export async function exchangeChoices(ctx: Ctx, partnershipId: string): Promise<ExchangeChoices> {
  const contacts = await ctx.db.contact.findMany({ where: { partnershipId, deletedAt: null, leftAt: null }, orderBy: [{ isMain: 'desc' }, { lastName: 'asc' }, { id: 'asc' }], take: 40, select: { id: true, firstName: true, lastName: true } });
  const outcomes = await ctx.db.interactionOutcome.findMany({ where: { retiredAt: null }, orderBy: [{ position: 'asc' }, { label: 'asc' }], select: { id: true, label: true } });
  const colleagues = await colleagueChoices(ctx);
  return {
    contacts: contacts.map(({ id, firstName, lastName }) => ({ value: id, label: [firstName, lastName].filter(Boolean).join(' ') })),
    colleagues: colleagues.filter(({ value }) => value !== ctx.actor.userId),
    outcomes: outcomes.map(({ id, label }) => ({ value: id, label })),
  };
}

/** Whose acts the timeline of a partner can be filtered by: colleagues, and people of the partner. One query. */
export async function timelinePeople(ctx: Ctx, partnershipId: string): Promise<{ colleagues: Choice[]; contacts: Choice[] }> {
  const rows = await ctx.db.$queryRaw<(Choice & { isOurs: boolean })[]>`
    SELECT u.id::text AS value, concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') AS label, true AS "isOurs" FROM user_account u WHERE u.id IN (
      SELECT author_id FROM interaction WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid AND deleted_at IS NULL
      UNION SELECT by_id FROM stage_move WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid)
    UNION ALL SELECT c.id::text, concat_ws(' ', c.first_name, c.last_name), false FROM contact c WHERE c.mission_locale_id = app.mission_locale() AND c.partnership_id = ${partnershipId}::uuid AND c.deleted_at IS NULL
    ORDER BY 3 DESC, 2`;
  const of = (isOurs: boolean) => rows.filter((row) => row.isOurs === isOurs).map(({ value, label }) => ({ value, label }));
  return { colleagues: of(true), contacts: of(false) };
}
