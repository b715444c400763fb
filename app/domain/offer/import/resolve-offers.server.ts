import type { Ctx } from '~/access/context';
import type { AnyQuestion } from '~/domain/import/import-question';
import { isSamePlace } from '~/domain/offer/spread/same-place';
import { zoneReader } from '~/domain/place/zones.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { decideOffer, type OfferDecision } from './decide-offer';
import { holdersAmong, holdersOf, type KnownHolder } from './find-holders.server';
import { holderQuestion, holderTaken } from './holder-question';
import type { ImportedOffer, NamedHolder } from './imported-offer';
import { holderKey } from './new-holders.server';
import { likenessOf, offersAmong, type KnownOffer } from './known-offers.server';
import { tradeReader } from './trades-of-words.server';

export type GivenOffer = { line: number; facts: ImportedOffer; questions: AnyQuestion[]; /** Find what there is to ask (dry run); else the answers are used. */ ask: boolean };
export type ResolvedOffer = { decision: OfferDecision; known: KnownOffer | null; partnershipId: string | null; /** Who holds it, when it is a partner that the import adds: its id is not known before. */ newHolder: NamedHolder | null; questions: AnyQuestion[]; notes: string[] };

/**
 * Follows a file of offers packet after packet: each row is matched with its partner and with the offer that it describes, by the
 * identifier of our export, by the agency’s own number, else by partner, kind, title, start and place; then decided. A second row about
 * one offer is refused: which of the two is right is for a person.
 */
export function createOfferResolver(ctx: Ctx) {
  const readTrades = tradeReader(ctx);
  const readZones = zoneReader(ctx);
  const lineOf = new Map<string, number>();

  return async function resolve(items: readonly GivenOffer[]): Promise<ResolvedOffer[]> {
    const holders = await holdersAmong(ctx.db, items.flatMap(({ facts }) => facts.holder ?? []));
    const known = await offersAmong(ctx.db, items.map(({ facts }) => facts));
    const resolved: ResolvedOffer[] = [];
    for (const item of items) resolved.push(await one(item, holders, known));
    return resolved;
  };

  async function one({ line, facts, questions: asked, ask }: GivenOffer, holders: readonly KnownHolder[], offers: readonly KnownOffer[]): Promise<ResolvedOffer> {
    const found = facts.holder ? holdersOf(facts.holder, holders) : [];
    const questions = ask ? holderQuestion(facts.holder, found) : asked;
    const taken = holderTaken(questions, found);
    const refused = (reasons: string[], known: KnownOffer | null = null): ResolvedOffer => ({ decision: { outcome: 'refused', reasons }, known, partnershipId: null, newHolder: null, questions, notes: [] });
    if (taken === 'aside') return refused([found.length > 1 ? `Plusieurs de vos partenaires s’appellent ${inGuillemets(facts.holder!.name ?? '')} : choisissez lequel, ou ajoutez son SIRET.` : `Le partenaire ${inGuillemets(facts.holder!.name ?? facts.holder!.siret ?? facts.holder!.id ?? '')} n’est pas parmi vos partenaires : ajoutez-le, ou donnez l’offre à l’agence.`]);
    if (taken && found.find(({ id }) => id === taken)?.stage === 'archived') return refused([`Le partenaire ${inGuillemets(found.find(({ id }) => id === taken)!.name ?? '')} est archivé : sortez-le des archives d’abord.`]);
    const trades = await readTrades(facts.trades);
    if (trades.refused.length > 0) return refused(trades.refused);
    const zones = await readZones(facts.zones);
    if (zones.refused.length > 0) return refused(zones.refused);
    const newHolder = taken === 'new' ? facts.holder : null;
    const holder = newHolder ? `new ${holderKey(newHolder)}` : taken;
    const known = matchOf(facts, holder, offers);
    if (known === 'several') return refused(['Cette offre a plusieurs lieux : dites lequel par son adresse, ou par l’identifiant de l’export.']);
    if (facts.offerId && !known) return refused(['Cet identifiant n’est celui d’aucune offre de votre agence : laissez la cellule vide pour une nouvelle offre.']);
    if (known && known.origin !== 'agency' && known.origin !== 'partner') return refused(['Cette offre vient d’ailleurs : elle se corrige chez sa source.'], known);
    if (known?.deleted_at) return refused(['Cette offre a été supprimée : rétablissez-la, ou changez sa référence.'], known);
    const key = known?.id ?? facts.reference ?? likenessOf({ partnership_id: holder, kind: String(facts.typed.kind), title: String(facts.typed.title), starts_on: facts.typed.startsOn ?? null, commune_code: facts.place?.communeCode ?? null });
    const before = lineOf.get(key);
    if (before !== undefined && before !== line) return refused([`La ligne ${before} décrit déjà cette offre : gardez une seule des deux.`], known);
    lineOf.set(key, line);
    const decision = decideOffer(facts, { known, romes: trades.codes, zones: zones.zones, partnershipId: known && !facts.holder ? undefined : holder });
    const added = newHolder && decision.outcome === 'create' ? { ...decision, changes: [{ label: 'Partenaire', from: '', to: `${newHolder.name}, ajouté à vos partenaires` }] } : decision;
    return { decision: added, known, partnershipId: newHolder ? null : taken, newHolder, questions, notes: trades.notes };
  }
}

/** The offer that a row describes; `several` when it is an offer in several places and the row does not say which. */
function matchOf({ offerId, reference, typed, place }: ImportedOffer, partnershipId: string | null, offers: readonly KnownOffer[]): KnownOffer | 'several' | null {
  if (offerId) return offers.find(({ id }) => id === offerId) ?? null;
  const byReference = reference ? offers.find(({ source_id, origin }) => source_id === reference && origin === 'agency') : undefined;
  if (byReference) return byReference;
  const likeness = likenessOf({ partnership_id: partnershipId, kind: String(typed.kind), title: String(typed.title ?? ''), starts_on: typed.startsOn ?? null, commune_code: place?.communeCode ?? null });
  const alike = (offer: KnownOffer) => likenessOf({ ...offer, starts_on: typed.startsOn ? offer.starts_on : null, commune_code: place ? offer.commune_code : null }) === likeness;
  // A number that the agency gave says that two offers are two, however alike.
  const [first, ...more] = offers.filter((offer) => !offer.deleted_at && alike(offer) && !(reference && offer.source_id && offer.source_id !== reference));
  const others = more.filter(({ spread_id }) => spread_id !== null && spread_id === first?.spread_id);
  if (!first || others.length === 0) return first ?? null;
  const isThere = (offer: KnownOffer) => (place ? isSamePlace(place, { addressLine: offer.address_line, postcode: offer.postcode, communeCode: offer.commune_code }) : !offer.has_own_place);
  return [first, ...others].find(isThere) ?? 'several';
}
