import type { Ctx } from '~/access/context';
import { nameKey } from '~/domain/organisation/name-key';
import { parseSiret } from '~/domain/organisation/siret';
import { cleanText } from '~/domain/text/clean';

/** An organisation that may be the one being added. `siret`: the same; `same`: the same name; `near`: a name that looks like it. */
export type KnownPartner = {
  organisationId: string;
  /** Set when it is already ours. */
  partnershipId: string | null;
  isArchived: boolean;
  match: 'siret' | 'same' | 'near';
  name: string;
  siret: string | null;
  place: string | null;
  kind: string;
};

export type KnownQuestion = { siret?: string | null; name?: string | null; communeCode?: string | null };

/** Likeness of two names from which a person would want to be asked (0 to 1, trigrams). Measured on names of the SIAE list. */
const NEAR = 0.5;

/**
 * Who is already known by this SIRET or this name: our own partners (archived ones too), then organisations of the network
 * that can be joined. Eight at most, the surest first. A question too short to tell finds nobody. One query.
 */
export async function knownPartners(ctx: Ctx, question: KnownQuestion): Promise<KnownPartner[]> {
  const siret = question.siret ? parseSiret(question.siret) : null;
  const name = cleanText(question.name ?? '').slice(0, 300);
  const key = name.length >= 3 ? nameKey(name) : null;
  if (!siret?.ok && !key) return [];
  const number = siret?.ok ? siret.siret : null;
  const commune = /^[0-9AB]{5}$/.test(question.communeCode ?? '') ? question.communeCode : null;
  // The register tells the network's facts through the wall; what is near is looked for among ours alone.
  return ctx.db.$queryRaw<KnownPartner[]>`
    WITH found AS (
      SELECT id, name, siret, kind_id, name_key, postcode, commune_code FROM app.register_by_siret(ARRAY[${number}]::text[])
      UNION SELECT id, name, siret, kind_id, name_key, postcode, commune_code FROM app.register_by_name(ARRAY[${key}]::text[])
      UNION SELECT id, name, siret, kind_id, name_key, postcode, commune_code FROM organisation WHERE id IN (
        SELECT organisation_id FROM search.partner_of_agency WHERE similarity(sort_name, app.norm(${name})) >= ${NEAR})
    ), known AS (SELECT DISTINCT ON (id) * FROM found ORDER BY id, coalesce(siret = ${number}, false) DESC)
    SELECT o.id AS "organisationId", coalesce(p.merged_into_id, p.id) AS "partnershipId", coalesce(p.stage = 'archived', false) AS "isArchived",
      CASE WHEN o.siret = ${number} THEN 'siret' WHEN o.name_key = ${key} THEN 'same' ELSE 'near' END AS match,
      o.name, o.siret, nullif(concat_ws(' ', o.postcode, c.name), '') AS place, k.label AS kind
    FROM known o
    JOIN organisation_kind k ON k.id = o.kind_id
    LEFT JOIN partnership p ON p.organisation_id = o.id
    LEFT JOIN commune c ON c.code = o.commune_code
    ORDER BY coalesce(o.siret = ${number}, false) DESC, coalesce(o.name_key = ${key}, false) DESC, coalesce(o.commune_code = ${commune}, false) DESC,
      p.id IS NOT NULL DESC, similarity(app.norm(o.name), app.norm(${name})) DESC, o.id
    LIMIT 8`;
}
