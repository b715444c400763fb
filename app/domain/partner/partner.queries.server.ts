import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import type { Direction, ExchangeKind } from '~/domain/exchange/exchange-kinds';
import type { OpeningHours } from '~/domain/organisation/opening-hours';
import { merged, notFound } from '~/domain/errors';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import type { PlacePrecision } from '#prisma';
import type { FactSources } from './shared-facts';

export type Person = { id: string; firstName: string; lastName: string };
export type Label = { id: string; label: string };

export type Partner = {
  partnershipId: string;
  organisationId: string;
  agency: string;
  isOurs: boolean;
  name: string;
  brandName: string | null;
  acronym: string | null;
  originalName: string | null;
  siret: string | null;
  kind: string;
  /** Further kinds that the agency gives it, its own included. */
  otherKinds: Label[];
  headcountBand: string | null;
  hasYouthLabel: boolean;
  /** By an agreement that its group signed for the whole network, today. */
  isCovered: boolean;
  addressLine: string | null;
  addressExtra: string | null;
  postcode: string | null;
  cedex: string | null;
  commune: string | null;
  closedOn: Date | null;
  /** The network made its organisation one with that of a record which the agency had merged into this one: the common facts go on elsewhere. */
  isBesideNetwork: boolean;
  stage: Stage;
  stageSince: Date;
  stageBeforeArchive: Stage | null;
  endReason: string | null;
  themes: { code: string; label: string }[];
  tags: Label[];
  officer: Person | null;
  mainContact: { id: string; firstName: string | null; lastName: string; jobTitle: string | null; phone: string | null; email: string | null; preference: string | null } | null;
  contactCount: number;
  exchangeCount: number;
  /** The latest exchange with the partner, notes apart. */
  lastExchange: { kind: ExchangeKind; direction: Direction | null; at: Date; by: Person | null } | null;
  /** The next thing to do; `dueOn` is a day, `2026-11-30`. */
  nextTask: { title: string; dueOn: string; assignee: Person | null } | null;
  agreementCount: number;
  offerCount: number;
  giftCount: number;
  /** The latest year for which the partner gave or promised something. */
  patronYear: number | null;
  changedAt: Date;
  changedBy: Person | null;
};

/**
 * The head of a partner's record: who they are, where the partnership stands, whom to call. One query.
 * Throws `notFound` for another agency's, `merged` for one that was taken into another. Contacts and notes are nobody's business but the agency's: a region gets none.
 */
export async function getPartner(ctx: Ctx, partnershipId: string | undefined): Promise<Partner> {
  const [found] = await ctx.db.$queryRaw<(Partner & { mergedIntoId: string | null })[]>`
    SELECT p.merged_into_id::text AS "mergedIntoId", p.id AS "partnershipId", o.id AS "organisationId", ml.name AS agency, p.mission_locale_id IS NOT DISTINCT FROM app.mission_locale() AS "isOurs",
      o.name, o.brand_name AS "brandName", o.acronym, o.original_name AS "originalName", o.siret, k.label AS kind, o.headcount_band AS "headcountBand", o.has_youth_label AS "hasYouthLabel",
      coalesce((SELECT s.agreement_days @> ${parisDay(ctx.now)}::date FROM search.partner s WHERE s.mission_locale_id = p.mission_locale_id AND s.partnership_id = p.id), false) AS "isCovered",
      o.address_line AS "addressLine", o.address_extra AS "addressExtra", o.postcode, o.cedex, c.name AS commune, o.closed_on AS "closedOn",
      o.merged_into_id IS NOT NULL AND EXISTS (SELECT FROM partnership t WHERE t.mission_locale_id = p.mission_locale_id AND t.merged_into_id = p.id AND t.organisation_id = o.merged_into_id) AS "isBesideNetwork",
      p.stage::text AS stage, p.stage_since AS "stageSince", p.stage_before_archive::text AS "stageBeforeArchive", r.label AS "endReason",
      (SELECT coalesce(json_agg(json_build_object('id', x.id, 'label', x.label) ORDER BY x.label), '[]') FROM partnership_kind pk JOIN organisation_kind x ON x.id = pk.kind_id
        WHERE pk.mission_locale_id = p.mission_locale_id AND pk.partnership_id = p.id) AS "otherKinds",
      (SELECT coalesce(json_agg(json_build_object('code', t.code, 'label', t.label) ORDER BY t.position), '[]') FROM partnership_theme pt JOIN theme t ON t.code = pt.theme_code
        WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) AS themes,
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'label', t.label) ORDER BY t.label), '[]') FROM partnership_tag pt JOIN tag t ON t.id = pt.tag_id
        WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) AS tags,
      (SELECT json_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) FROM user_account u WHERE u.id = p.officer_id) AS officer,
      (SELECT json_build_object('id', m.id, 'firstName', m.first_name, 'lastName', m.last_name, 'jobTitle', m.job_title, 'phone', m.phone, 'email', m.email, 'preference', m.preference)
        FROM contact m WHERE m.mission_locale_id = p.mission_locale_id AND m.partnership_id = p.id AND m.deleted_at IS NULL AND m.left_at IS NULL
        ORDER BY m.is_main DESC, m.id LIMIT 1) AS "mainContact",
      (SELECT count(*)::int FROM contact m WHERE m.mission_locale_id = p.mission_locale_id AND m.partnership_id = p.id AND m.deleted_at IS NULL AND m.left_at IS NULL) AS "contactCount",
      (SELECT count(*)::int FROM interaction n WHERE n.mission_locale_id = p.mission_locale_id AND n.partnership_id = p.id AND n.deleted_at IS NULL) AS "exchangeCount",
      (SELECT json_build_object('kind', n.kind, 'direction', n.direction, 'at', n.happened_at, 'by', (SELECT json_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) FROM user_account u WHERE u.id = n.author_id))
        FROM interaction n WHERE n.mission_locale_id = p.mission_locale_id AND n.partnership_id = p.id AND n.deleted_at IS NULL AND n.kind <> 'note' ORDER BY n.happened_at DESC, n.id DESC LIMIT 1) AS "lastExchange",
      (SELECT json_build_object('title', t.title, 'dueOn', t.due_on, 'assignee', (SELECT json_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) FROM user_account u WHERE u.id = t.assignee_id))
        FROM task t WHERE t.mission_locale_id = p.mission_locale_id AND t.partnership_id = p.id AND t.done_at IS NULL AND t.deleted_at IS NULL AND t.origin <> 'rule' ORDER BY t.due_on, t.id LIMIT 1) AS "nextTask",
      (SELECT count(*)::int FROM patronage g WHERE g.mission_locale_id = p.mission_locale_id AND g.partnership_id = p.id AND g.deleted_at IS NULL) AS "giftCount",
      (SELECT count(*)::int FROM offer f WHERE f.mission_locale_id = p.mission_locale_id AND f.partnership_id = p.id AND f.deleted_at IS NULL AND f.state <> 'archived') AS "offerCount",
      (SELECT count(*)::int FROM agreement a WHERE a.mission_locale_id = p.mission_locale_id AND a.partnership_id = p.id AND a.deleted_at IS NULL) AS "agreementCount",
      (SELECT max(g.year) FROM patronage g WHERE g.mission_locale_id = p.mission_locale_id AND g.partnership_id = p.id AND g.deleted_at IS NULL) AS "patronYear",
      coalesce(e.at, greatest(p.updated_at, o.updated_at)) AS "changedAt",
      (SELECT json_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) FROM user_account u WHERE u.id = e.actor_id) AS "changedBy"
    FROM partnership p
    JOIN organisation o ON o.id = p.organisation_id
    JOIN organisation_kind k ON k.id = o.kind_id
    JOIN mission_locale ml ON ml.id = p.mission_locale_id
    LEFT JOIN commune c ON c.code = o.commune_code
    LEFT JOIN end_reason r ON r.id = p.end_reason_id
    LEFT JOIN LATERAL (
      (SELECT id, at, actor_id FROM audit.entry WHERE record_id = p.id ORDER BY id DESC LIMIT 1)
      UNION ALL (SELECT id, at, actor_id FROM audit.entry WHERE record_id = o.id ORDER BY id DESC LIMIT 1)
      ORDER BY id DESC LIMIT 1) e ON true
    WHERE p.id = ${knownId(partnershipId)}::uuid`;
  if (!found) throw notFound('Ce partenaire n’existe pas, ou plus.');
  const { mergedIntoId, ...row } = found;
  if (mergedIntoId) throw merged(mergedIntoId);
  // JSON has no dates.
  const lastExchange = row.lastExchange && { ...row.lastExchange, at: new Date(row.lastExchange.at) };
  return { ...row, lastExchange, mainContact: actorMay(ctx.actor, 'contact.read') ? row.mainContact : null };
}

export type EngagementRow = { form: string; readiness: 'refused' | 'to_explore' | 'willing' | 'tried' | 'regular'; capacityPerMonth: number | null; months: number[]; romes: string[]; publicText: string | null; comment: string | null; saidBy: string | null; saidOn: Date | null };
export type StageMoveRow = { id: string; fromStage: Stage | null; toStage: Stage; comment: string | null; at: Date; by: string | null };

export type PartnerOverview = {
  nafCode: string | null;
  legalForm: string | null;
  description: string | null;
  phone: string | null;
  otherPhones: string[];
  email: string | null;
  website: string | null;
  openingHours: OpeningHours | null;
  latitude: number | null;
  longitude: number | null;
  placePrecision: PlacePrecision | null;
  factSources: FactSources;
  site: string | null;
  externalId: string | null;
  engagements: EngagementRow[];
  moves: StageMoveRow[];
  /** Towns around, to find one's way on the small map. */
  places: { name: string; lat: number; lon: number; population: number }[];
};

/** What the first tab of the record shows beyond its head. One query. */
export async function getPartnerOverview(ctx: Ctx, partnershipId: string | undefined): Promise<PartnerOverview> {
  const [row] = await ctx.db.$queryRaw<PartnerOverview[]>`
    SELECT o.naf_code AS "nafCode", o.legal_form AS "legalForm", o.description, o.phone, o.other_phones AS "otherPhones", o.email, o.website, o.opening_hours AS "openingHours",
      o.latitude, o.longitude, o.place_precision::text AS "placePrecision", o.fact_sources AS "factSources", s.name AS site, p.external_id AS "externalId",
      (SELECT coalesce(json_agg(json_build_object('form', f.label, 'readiness', e.readiness, 'capacityPerMonth', e.capacity_per_month, 'months', e.months, 'romes', e.romes, 'publicText', e.public_text, 'comment', e.comment,
          'saidBy', e.said_by, 'saidOn', e.said_on) ORDER BY e.readiness DESC, f.position), '[]') FROM engagement e JOIN engagement_form f ON f.id = e.form_id
        WHERE e.mission_locale_id = p.mission_locale_id AND e.partnership_id = p.id) AS engagements,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'fromStage', m.from_stage, 'toStage', m.to_stage, 'comment', m.comment, 'at', m.at,
          'by', (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = m.by_id)) ORDER BY m.at DESC, m.id DESC), '[]')
        FROM (SELECT * FROM stage_move m WHERE m.mission_locale_id = p.mission_locale_id AND m.partnership_id = p.id ORDER BY m.at DESC, m.id DESC LIMIT 8) m) AS moves,
      (SELECT coalesce(json_agg(t), '[]') FROM (SELECT name, latitude AS lat, longitude AS lon, population FROM commune
        WHERE departement_code = o.departement_code AND latitude BETWEEN o.latitude - 0.25 AND o.latitude + 0.25 AND longitude BETWEEN o.longitude - 0.4 AND o.longitude + 0.4
        ORDER BY population DESC LIMIT 8) t) AS places
    FROM partnership p JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN site s ON s.mission_locale_id = p.mission_locale_id AND s.id = p.site_id
    WHERE p.id = ${knownId(partnershipId)}::uuid`;
  if (!row) throw notFound('Ce partenaire n’existe pas, ou plus.');
  // JSON has no dates.
  const date = (text: unknown) => (typeof text === 'string' ? new Date(text) : null);
  // Who said it is a contact, and a word on a move is a note: a region reads neither.
  const [readsContacts, readsNotes] = [actorMay(ctx.actor, 'contact.read'), actorMay(ctx.actor, 'exchange.read')];
  return {
    ...row,
    engagements: row.engagements.map((engagement) => ({ ...engagement, saidBy: readsContacts ? engagement.saidBy : null, saidOn: date(engagement.saidOn) })),
    moves: row.moves.map((move) => ({ ...move, comment: readsNotes ? move.comment : null, at: date(move.at) ?? ctx.now })),
  };
}
