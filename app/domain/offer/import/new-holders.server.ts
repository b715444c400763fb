import type { Ctx } from '~/access/context';
import { DomainError } from '~/domain/errors';
import { nameKey } from '~/domain/organisation/name-key';
import { addPartner } from '~/domain/partner/add-partner.server';
import { fold } from '~/domain/text/fold';
import { holdersAmong, holdersOf } from './find-holders.server';
import type { NamedHolder } from './imported-offer';

/** A partner that an import of offers added, as kept with the item that needed it, for the undo. */
export type MadeHolder = { partnershipId: string; organisationId: string; madeOrganisation: boolean };
export type NewHolder = { ok: true; partnershipId: string; made: MadeHolder | null } | { ok: false; reason: string };

/** What makes two lines of a file name one partner, while it is none yet. */
export const holderKey = ({ siret, name, commune }: NamedHolder): string => siret ?? `${nameKey(name ?? '')}|${fold(commune ?? '')}`;

/**
 * Adds the partners that a file of offers names and that were asked for, each once: as a person would by hand, so that a SIRET that the
 * network knows joins its organisation. `made` is told to the line that caused it. A commune that cannot be told is left out.
 */
export function newHolders(ctx: Ctx) {
  const known = new Map<string, string>();
  return async (named: NamedHolder): Promise<NewHolder> => {
    const key = holderKey(named);
    const before = known.get(key) ?? (await onlyOne(ctx, named));
    if (before) return { ok: true, partnershipId: before, made: null };
    const added = await add(ctx, named).catch((error: unknown) => {
      if (error instanceof DomainError) return error.message;
      throw error;
    });
    if (typeof added === 'string') return { ok: false, reason: added };
    known.set(key, added.partnershipId);
    return { ok: true, partnershipId: added.partnershipId, made: { partnershipId: added.partnershipId, organisationId: added.organisationId, madeOrganisation: !added.joined } };
  };
}

async function onlyOne(ctx: Ctx, named: NamedHolder): Promise<string | null> {
  const found = holdersOf(named, await holdersAmong(ctx.db, [named]));
  return found.length === 1 ? found[0]!.id : null;
}

function add(ctx: Ctx, { name, siret, commune }: NamedHolder) {
  const facts = { name: name ?? '', siret: siret ?? undefined };
  return addPartner(ctx, { ...facts, commune: commune ?? undefined }).catch((error: unknown) => {
    if (error instanceof DomainError && error.refusal.kind === 'invalid' && error.refusal.field === 'commune') return addPartner(ctx, facts);
    throw error;
  });
}
