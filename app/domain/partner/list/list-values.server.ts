import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { themes } from '~/domain/organisation/themes';
import { stageNames, stages } from '~/domain/partnership/partnership.lifecycle';
import { Prisma } from '#prisma';
import { partnersOf } from './conditions.server';
import type { ManyValued } from './filters';
import { fixedValue, nobody, sizeValues, type ListValue, type ListValues } from './list-values';

type Row = { filter: ManyValued; value: string; label: string; id: string; position: number; isLocal: boolean; isRetired: boolean };

/**
 * Every value of every filter of the list, in the order in which people read them: one query. A regional reader sees the
 * local values of each agency; those of one name are one value.
 */
export async function listValues(ctx: Ctx): Promise<ListValues> {
  const { from, scope } = partnersOf(ctx.actor);
  // LIMIT 1: one look in the index for each département. As EXISTS, a plan made once for all reads every partner instead.
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT 'typologie' AS filter, coalesce(code, id::text) AS value, label, id::text, position, mission_locale_id IS NOT NULL AS "isLocal", retired_at IS NOT NULL AS "isRetired" FROM organisation_kind
    UNION ALL SELECT 'forme', coalesce(code, id::text), label, id::text, position, mission_locale_id IS NOT NULL, retired_at IS NOT NULL FROM engagement_form
    UNION ALL SELECT 'etiquette', coalesce(code, id::text), label, id::text, position, mission_locale_id IS NOT NULL, retired_at IS NOT NULL FROM tag
    UNION ALL SELECT 'departement', d.code, d.code || ' – ' || d.name, d.code, 0, false, false FROM departement d
      WHERE (SELECT true FROM ${from} WHERE ${scope} AND s.is_archived IN (true, false) AND s.departement_code = d.code LIMIT 1)
    ${peopleOf(ctx.actor)}`;
  const of = (filter: ManyValued) => mergeByName(rows.filter((row) => row.filter === filter).sort(inReadingOrder));
  return {
    typologie: of('typologie'),
    thematique: themes.map(({ code, label }) => fixedValue(code, label)),
    etape: stageNames.filter((stage) => stage !== 'archived').map((stage) => fixedValue(stage, stages[stage].label)),
    forme: of('forme'),
    departement: of('departement'),
    etiquette: of('etiquette'),
    referent: [...of('referent').map((person) => (person.isRetired ? { ...person, label: `${person.label} (a quitté l’agence)` } : person)), fixedValue(nobody, 'Personne')],
    taille: sizeValues,
  };
}

/** Colleagues, those who left included. A region sorts partners by agency, not by the hundreds of people who follow them. */
const peopleOf = ({ missionLocaleId }: Actor) =>
  missionLocaleId
    ? Prisma.sql`UNION ALL SELECT 'referent', u.id::text, u.first_name || ' ' || u.last_name, u.id::text, 0, false, bool_and(m.ended_at IS NOT NULL OR u.deactivated_at IS NOT NULL)
      FROM user_account u JOIN membership m ON m.user_id = u.id WHERE m.role IN ('officer', 'counsellor', 'manager', 'admin') AND m.mission_locale_id = ${missionLocaleId}::uuid GROUP BY u.id`
    : Prisma.empty;

const inReadingOrder = (a: Row, b: Row) =>
  Number(a.isRetired) - Number(b.isRetired) || Number(a.isLocal) - Number(b.isLocal) || a.position - b.position || a.label.localeCompare(b.label, 'fr');

/** Local values of several agencies that have one name become one; people never do. */
function mergeByName(rows: Row[]): ListValue[] {
  const byName = new Map<string, ListValue>();
  for (const { filter, value, label, id, isLocal, isRetired } of rows) {
    const key = isLocal && !isRetired ? label.toLocaleLowerCase('fr') : `${filter}:${id}`;
    const known = byName.get(key);
    if (known) known.ids.push(id);
    else byName.set(key, { value, label, ids: [id], isRetired, isLocal });
  }
  return [...byName.values()];
}
