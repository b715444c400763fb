import type { Ctx, Db } from '~/access/context';
import type { Way } from './move-attached.server';

/** Lines of engagement on their way to another partnership, with who said so. */
export type Unsaid = { formId: string; contactId: string };
type Named = { id: string; partnershipId: string; name: string };

/** A line of engagement names a person of its own partner: that of the lines about to follow is set aside when it belongs to the record they leave. */
export async function setSpeakersAside({ db }: Ctx, { from, to }: Way, forms: readonly string[]): Promise<Unsaid[]> {
  const unsaid = await db.$queryRaw<Unsaid[]>`SELECT e.form_id::text AS "formId", c.id::text AS "contactId" FROM engagement e
    JOIN contact c ON c.mission_locale_id = e.mission_locale_id AND c.id = e.said_by_contact_id
    WHERE e.mission_locale_id = app.mission_locale() AND e.partnership_id = ${from}::uuid AND e.form_id::text = ANY (${forms}) AND c.partnership_id <> ${to}::uuid`;
  await db.$executeRaw`UPDATE engagement SET said_by_contact_id = NULL WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${from}::uuid AND form_id::text = ANY (${unsaid.map(({ formId }) => formId)})`;
  return unsaid;
}

/**
 * Once two records are two again, what one of them tells may name a person who went to the other: an exchange noted since, a line
 * of engagement, a gift. That person is then written on both, so that nothing said of them is lost. Returns their names.
 */
export async function contactsOnBoth({ db }: Ctx, { from, to }: Way, unsaid: readonly Unsaid[]): Promise<string[]> {
  const wanted = await db.$queryRaw<Named[]>`
    WITH told AS (
      SELECT i.partnership_id, x.contact_id FROM interaction_contact x JOIN interaction i ON i.mission_locale_id = x.mission_locale_id AND i.id = x.interaction_id
        WHERE i.mission_locale_id = app.mission_locale() AND i.partnership_id IN (${from}::uuid, ${to}::uuid)
      UNION SELECT g.partnership_id, g.contact_id FROM patronage g WHERE g.mission_locale_id = app.mission_locale() AND g.partnership_id IN (${from}::uuid, ${to}::uuid)
      UNION SELECT e.partnership_id, e.said_by_contact_id FROM engagement e WHERE e.mission_locale_id = app.mission_locale() AND e.partnership_id IN (${from}::uuid, ${to}::uuid)
      UNION SELECT ${to}::uuid, id FROM unnest(${unsaid.map(({ contactId }) => contactId)}::uuid[]) AS id)
    SELECT c.id::text, t.partnership_id::text AS "partnershipId", concat_ws(' ', c.first_name, c.last_name) AS name
    FROM told t JOIN contact c ON c.mission_locale_id = app.mission_locale() AND c.id = t.contact_id
    WHERE c.partnership_id IN (${from}::uuid, ${to}::uuid) AND c.partnership_id <> t.partnership_id ORDER BY c.id, t.partnership_id`;
  for (const one of wanted) await writeOnBoth(db, one, one.partnershipId === to ? unsaid.filter(({ contactId }) => contactId === one.id) : []);
  return [...new Set(wanted.map(({ name }) => name))];
}

async function writeOnBoth(db: Db, { id, partnershipId }: Named, unsaid: readonly Unsaid[]): Promise<void> {
  const [{ twin }] = await db.$queryRaw<[{ twin: string }]>`
    INSERT INTO contact SELECT (jsonb_populate_record(c, jsonb_build_object('id', app.uuid_v7(), 'partnership_id', ${partnershipId}::text, 'is_main', false, 'version', 1, 'created_at', now()))).*
    FROM contact c WHERE c.mission_locale_id = app.mission_locale() AND c.id = ${id}::uuid RETURNING id::text AS twin`;
  // The key of a participation holds the person: one row comes and the other goes.
  await db.$executeRaw`
    WITH gone AS (DELETE FROM interaction_contact x USING interaction i WHERE i.mission_locale_id = x.mission_locale_id AND i.id = x.interaction_id
      AND i.mission_locale_id = app.mission_locale() AND i.partnership_id = ${partnershipId}::uuid AND x.contact_id = ${id}::uuid RETURNING x.interaction_id)
    INSERT INTO interaction_contact (partnership_id, interaction_id, contact_id) SELECT ${partnershipId}::uuid, interaction_id, ${twin}::uuid FROM gone`;
  await db.$executeRaw`UPDATE patronage SET contact_id = ${twin}::uuid WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid AND contact_id = ${id}::uuid`;
  await db.$executeRaw`UPDATE engagement SET said_by_contact_id = ${twin}::uuid WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid
    AND (said_by_contact_id = ${id}::uuid OR form_id = ANY (${unsaid.map(({ formId }) => formId)}::uuid[]))`;
}
