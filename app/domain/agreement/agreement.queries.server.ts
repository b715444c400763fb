import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import type { Renewal } from './agreement';
import type { AgreementState } from './agreement.lifecycle';

export type AgreementFileRow = { id: string; name: string; size: number; mediaType: string };
/** An agreement as the screens read it; days are `YYYY-MM-DD`. */
export type AgreementRow = {
  id: string; title: string; state: AgreementState; startsOn: string | null; endsOn: string | null; signedOn: string | null; renewal: Renewal; noticeDays: number | null; comment: string | null; version: number;
  /** Its own, one that it signs beside another partner, or one that its group carries for it. */
  link: 'own' | 'party' | 'group';
  /** The partner whose agreement it is. */
  holder: { id: string; name: string };
  parties: { id: string; name: string }[];
  forms: { id: string; label: string }[];
  files: AgreementFileRow[];
  /** An agreement that follows it is written already. */
  isRenewed: boolean;
};

const named = Prisma.sql`coalesce(json_agg(json_build_object('id', x.partnership_id, 'name', x.name) ORDER BY x.name), '[]')`;

/**
 * The agreements that hold for a partner: its own, those that it signs beside another, those that its group carries. What
 * ends first comes first, what is over last. One query.
 */
export async function agreementsOfPartner(ctx: Ctx, partnershipId: string): Promise<AgreementRow[]> {
  return ctx.db.$queryRaw<AgreementRow[]>`
    WITH held AS (
      SELECT a.*, 'own' AS link FROM agreement a WHERE a.partnership_id = ${partnershipId}::uuid
      UNION ALL SELECT a.*, 'party' FROM agreement a JOIN agreement_party y ON y.mission_locale_id = a.mission_locale_id AND y.agreement_id = a.id WHERE y.partnership_id = ${partnershipId}::uuid
      UNION ALL SELECT a.*, 'group' FROM agreement a JOIN partnership g ON g.mission_locale_id = a.mission_locale_id AND g.id = a.partnership_id
        WHERE a.state = 'active' AND g.organisation_id IN (SELECT u.id FROM partnership p CROSS JOIN LATERAL app.above(p.organisation_id) u WHERE p.id = ${partnershipId}::uuid))
    SELECT a.id::text, a.title, a.state::text, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.signed_on::text AS "signedOn", a.renewal::text, a.notice_days AS "noticeDays", a.comment, a.version,
      a.link, json_build_object('id', s.partnership_id, 'name', s.name) AS holder,
      (SELECT ${named} FROM agreement_party y JOIN search.partner_of_agency x ON x.partnership_id = y.partnership_id WHERE y.mission_locale_id = a.mission_locale_id AND y.agreement_id = a.id) AS parties,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'label', f.label) ORDER BY f.position, f.label), '[]') FROM agreement_form c JOIN engagement_form f ON f.id = c.form_id
        WHERE c.mission_locale_id = a.mission_locale_id AND c.agreement_id = a.id) AS forms,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) ORDER BY f.id), '[]') FROM agreement_file l JOIN stored_file f ON f.mission_locale_id = l.mission_locale_id AND f.id = l.file_id
        WHERE l.mission_locale_id = a.mission_locale_id AND l.agreement_id = a.id AND l.removed_at IS NULL) AS files,
      EXISTS (SELECT FROM agreement n WHERE n.mission_locale_id = a.mission_locale_id AND n.renews_id = a.id AND n.deleted_at IS NULL) AS "isRenewed"
    FROM held a JOIN search.partner_of_agency s ON s.partnership_id = a.partnership_id
    WHERE a.deleted_at IS NULL ORDER BY a.state IN ('expired', 'ended'), CASE WHEN a.state IN ('expired', 'ended') THEN NULL ELSE a.ends_on END NULLS LAST, a.ends_on DESC NULLS LAST, a.id DESC`;
}

/** The forms of engagement in service, to choose those that an agreement covers. */
export async function formChoices(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  const forms = await ctx.db.engagementForm.findMany({ where: { retiredAt: null }, orderBy: [{ missionLocaleId: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { label: 'asc' }], select: { id: true, label: true } });
  return forms.map(({ id, label }) => ({ value: id, label }));
}
