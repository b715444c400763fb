import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { parseSiret } from '~/domain/organisation/siret';
import { z } from '~/domain/zod';
import { overTheNetwork } from './over-the-network.server';

export const pairBySiretSchema = z.object({ keptSiret: z.string().max(100).default(''), otherSiret: z.string().max(100).default('') });

/** Two organisations of the network by their SIRETs, for a pair that the search did not find. Throws `forbidden`, `invalid(field)`. Four queries at most. */
export async function pairBySiret(ctx: Ctx, typed: z.output<typeof pairBySiretSchema>): Promise<{ keptId: string; otherId: string }> {
  const [keptId, otherId] = [await organisationOf(ctx, 'keptSiret', typed.keptSiret), await organisationOf(ctx, 'otherSiret', typed.otherSiret)];
  if (keptId === otherId) throw invalid('otherSiret', 'C’est le même organisme : donnez le SIRET de l’autre.');
  return { keptId, otherId };
}

async function organisationOf(ctx: Ctx, field: keyof z.output<typeof pairBySiretSchema>, typed: string): Promise<string> {
  const read = typed.trim() ? parseSiret(typed) : null;
  if (!read?.ok) throw invalid(field, read ? read.reason : 'Indiquez un SIRET : quatorze chiffres.');
  const found = await overTheNetwork(ctx, 'the platform looks for an organisation by its SIRET', (db) => db.organisation.findFirst({ where: { siret: read.siret }, select: { id: true } }));
  if (!found) throw invalid(field, 'Aucun organisme du réseau ne porte ce SIRET.');
  return found.id;
}
