import type { Ctx } from '~/access/context';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';
import type { NationalAgreement } from './national-agreement';

/** As an establishment reads it: who carries it, and whether that is the organisation itself. */
export type HeldAgreement = NationalAgreement & { carrier: string; /** The carrier, when it is a partner of ours. */ carrierId: string | null; isOwn: boolean };

/** As the platform reads it. `establishments`: how many organisations hang directly on the carrier. */
export type CarriedAgreement = NationalAgreement & { carrier: string; siret: string; establishments: number };

const told = Prisma.sql`a.id::text, a.title, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.ended_on::text AS "endedOn", a.says, a.link,
  a.contact_name AS "contactName", a.contact_email AS "contactEmail", a.contact_phone AS "contactPhone", a.version,
  (SELECT coalesce(json_agg(json_build_object('id', f.id, 'label', f.label) ORDER BY f.position, f.label), '[]') FROM engagement_form f WHERE f.id = ANY (a.form_ids)) AS forms`;

/** The national agreements that hold for a partner: its own, and those that its group carries. What is over comes last. One query. */
export async function nationalAgreementsOf(ctx: Ctx, partnershipId: string | undefined): Promise<HeldAgreement[]> {
  return ctx.db.$queryRaw<HeldAgreement[]>`
    SELECT ${told}, h.carrier, h.distance = 0 AS "isOwn",
      (SELECT g.id::text FROM partnership g WHERE g.organisation_id = a.organisation_id AND g.mission_locale_id = p.mission_locale_id) AS "carrierId"
    FROM partnership p CROSS JOIN LATERAL app.national_agreements_of(p.organisation_id) h JOIN national_agreement a ON a.id = h.id
    WHERE p.id = ${knownId(partnershipId)}::uuid
    ORDER BY a.ended_on IS NOT NULL, coalesce(a.ends_on < ${parisDay(ctx.now)}::date, false), h.distance, a.ends_on NULLS LAST, a.id`;
}

/** Every national agreement, for the platform that keeps them; by group, the latest first. One query. */
export async function allNationalAgreements(ctx: Ctx): Promise<CarriedAgreement[]> {
  return ctx.db.$queryRaw<CarriedAgreement[]>`
    SELECT ${told}, c.name AS carrier, c.siret, c.establishments FROM national_agreement a JOIN app.carriers() c ON c.id = a.organisation_id
    ORDER BY c.name, c.id, a.starts_on DESC NULLS LAST, a.id`;
}
