import type { Db } from '~/access/context';

/** A partner that the import made and on which somebody built since. */
export type BuiltOn = { partnershipId: string; name: string; what: string[] };

const tables: Record<string, string> = {
  note: 'une note',
  interaction: 'un échange',
  contact: 'un interlocuteur',
  patronage: 'un don',
  agreement: 'une convention',
  engagement: 'une forme d’engagement',
  partnership: 'la relation (étape, référent…)',
  organisation: 'la fiche',
  partnership_kind: 'une typologie',
  partnership_theme: 'une thématique',
  partnership_tag: 'une étiquette',
};

/**
 * The partners that this import added and that people changed since, by the audit trail: undoing would lose their work.
 * What jobs did by themselves (no person behind) does not count, nor what another agency did with a record that it joined.
 */
export async function builtSince(db: Db, importId: string, limit = 50): Promise<{ total: number; partners: BuiltOn[] }> {
  const rows = await db.$queryRaw<{ total: number; partnershipId: string; name: string; tables: string[] }[]>`
    WITH made AS (
      SELECT i.partnership_id, i.organisation_id, i.effect ->> 'made' AS made, b.applied_at
      FROM import_item i JOIN import_batch b ON b.mission_locale_id = i.mission_locale_id AND b.id = i.batch_id
      WHERE i.batch_id = ${importId}::uuid AND i.effect ->> 'made' IS NOT NULL
    ), built AS (
      SELECT m.partnership_id, e.table_name FROM made m JOIN audit.entry e ON e.record_id = m.partnership_id AND e.at > m.applied_at
        WHERE e.actor_id IS NOT NULL AND e.table_name <> 'organisation'
      UNION
      SELECT m.partnership_id, e.table_name FROM made m JOIN audit.entry e ON e.record_id = m.organisation_id AND e.at > m.applied_at
        WHERE m.made = 'organisation' AND e.actor_id IS NOT NULL AND e.table_name = 'organisation' AND e.actor_mission_locale_id = app.mission_locale()
    ), by_partner AS (
      SELECT partnership_id, array_agg(table_name ORDER BY table_name) AS tables FROM built GROUP BY partnership_id
    )
    SELECT count(*) OVER ()::int AS total, b.partnership_id AS "partnershipId", o.name, b.tables
    FROM by_partner b JOIN partnership p ON p.id = b.partnership_id AND p.mission_locale_id = app.mission_locale() JOIN organisation o ON o.id = p.organisation_id
    ORDER BY o.name LIMIT ${limit}`;
  return { total: rows[0]?.total ?? 0, partners: rows.map(({ partnershipId, name, tables: touched }) => ({ partnershipId, name, what: touched.map((table) => tables[table] ?? 'la fiche') })) };
}

/** The refusal, in a sentence. */
export function saysBuilt({ total, partners }: { total: number; partners: readonly BuiltOn[] }): string {
  const names = partners.slice(0, 3).map(({ name }) => name).join(', ');
  const more = total > 3 ? ` et ${total - 3} autre${total > 4 ? 's' : ''}` : '';
  return total === 1
    ? `Cet import ne peut plus être annulé : on a travaillé depuis sur ${names}.`
    : `Cet import ne peut plus être annulé : on a travaillé depuis sur ${total} de ses partenaires (${names}${more}).`;
}
