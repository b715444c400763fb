import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';
import type { EngagementText, MatrixText } from './matrix-form';
import type { Readiness } from './readiness';

export type MatrixRow = {
  formId: string;
  form: string;
  /** Null while nobody said anything of this form. */
  readiness: Readiness | null;
  capacityPerMonth: number | null;
  months: number[];
  romes: string[];
  publicText: string | null;
  comment: string | null;
  saidBy: string | null;
  saidOn: Date | null;
  version: number | null;
};
export type SpokenContact = { id: string; name: string };
export type Matrix = { isOurs: boolean; rows: MatrixRow[]; contacts: SpokenContact[] };

/**
 * Every form of engagement in use, with what this partner says of it, and the people who may have said so. One query.
 * Throws `notFound`. A region reads neither the people nor who said what.
 */
export async function getMatrix(ctx: Ctx, partnershipId: string | undefined): Promise<Matrix> {
  const [found] = await ctx.db.$queryRaw<Matrix[]>`
    SELECT p.mission_locale_id IS NOT DISTINCT FROM app.mission_locale() AS "isOurs",
      (SELECT coalesce(json_agg(json_build_object('formId', f.id, 'form', f.label, 'readiness', e.readiness, 'capacityPerMonth', e.capacity_per_month, 'months', coalesce(e.months, '{}'),
          'romes', coalesce(e.romes, '{}'), 'publicText', e.public_text, 'comment', e.comment, 'saidBy', e.said_by, 'saidOn', e.said_on, 'version', e.version)
          ORDER BY f.mission_locale_id IS NOT NULL, f.position, f.label), '[]')
        FROM engagement_form f LEFT JOIN engagement e ON e.form_id = f.id AND e.mission_locale_id = p.mission_locale_id AND e.partnership_id = p.id
        WHERE (f.retired_at IS NULL OR e.form_id IS NOT NULL) AND (f.mission_locale_id IS NULL OR f.mission_locale_id = p.mission_locale_id)) AS rows,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', concat_ws(' ', c.first_name, c.last_name)) ORDER BY c.is_main DESC, c.id), '[]')
        FROM contact c WHERE c.mission_locale_id = p.mission_locale_id AND c.partnership_id = p.id AND c.deleted_at IS NULL AND c.left_at IS NULL) AS contacts
    FROM partnership p WHERE p.id = ${knownId(partnershipId)}::uuid`;
  if (!found) throw notFound('Ce partenaire n’existe pas, ou plus.');
  const readsContacts = actorMay(ctx.actor, 'contact.read');
  return {
    ...found,
    contacts: readsContacts ? found.contacts : [],
    // JSON has no dates.
    rows: found.rows.map((row) => ({ ...row, saidBy: readsContacts ? row.saidBy : null, saidOn: row.saidOn && new Date(row.saidOn) })),
  };
}

/** The matrix as its form holds it. */
export function matrixText(rows: readonly MatrixRow[]): MatrixText {
  return Object.fromEntries(rows.map((row) => [row.formId, rowText(row)]));
}

const rowText = ({ readiness, capacityPerMonth, months, romes, publicText, comment }: MatrixRow): EngagementText => ({
  readiness: readiness ?? '',
  capacity: capacityPerMonth === null ? '' : String(capacityPerMonth),
  months: months.join(' '),
  romes: romes.join(' '),
  publicText: publicText ?? '',
  comment: comment ?? '',
});
