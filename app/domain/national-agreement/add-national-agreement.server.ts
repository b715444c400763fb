import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { addNationalAgreementSchema, type TypedNationalAgreement } from './national-agreement.schema';
import { rowOf } from './row-of.server';

/**
 * Writes down an agreement that a group signed for the whole network. Throws `invalid('siret')` when nobody in the network carries
 * that number, `invalid(field)` for what cannot be read.
 */
export async function addNationalAgreement(ctx: Ctx, input: TypedNationalAgreement & { siret: string }): Promise<{ agreementId: string; carrier: string }> {
  const { siret, ...typed } = readInput(addNationalAgreementSchema, input);
  const [carrier] = await ctx.db.$queryRaw<{ id: string; name: string }[]>`SELECT id::text, name FROM app.carrier_by_siret(${siret})`;
  if (!carrier) throw invalid('siret', 'Aucune organisation du réseau ne porte ce SIRET : une Mission Locale doit d’abord l’ajouter à ses partenaires.');
  const { id } = await ctx.db.nationalAgreement.create({ data: { ...(await rowOf(ctx, typed)), organisationId: carrier.id }, select: { id: true } });
  return { agreementId: id, carrier: carrier.name };
}
