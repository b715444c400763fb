import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { placeOfAddress } from '~/domain/partner/place-of-address.server';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { agencyForm, agencySchema } from './agency';
import { agencyLabels } from './agency-words';
import { fieldsToWrite } from './edit-over';

/** One's agency as its form shows it, with the version that the form is opened on. */
export async function getAgency(ctx: Ctx) {
  const agency = await ctx.db.missionLocale.findUnique({ where: { id: ctx.actor.missionLocaleId ?? '' } });
  if (!agency) throw notFound('Votre compte n’est rattaché à aucune Mission Locale.');
  const commune = agency.communeCode ? await ctx.db.commune.findUnique({ where: { code: agency.communeCode }, select: { name: true } }) : null;
  return { id: agency.id, version: agency.version, fields: agencyForm({ ...agency, commune: commune?.name ?? null }) };
}

/** Corrects what the agency says of itself. Throws `invalid(field)`, or `stale` when somebody changed the same field. */
export async function editAgency(ctx: Ctx, input: z.input<typeof agencySchema>): Promise<void> {
  const { version, was, ...facts } = readInput(agencySchema, input);
  const { id, version: current, fields: theirs } = await getAgency(ctx);
  const changed = fieldsToWrite({ version, was, yours: agencyForm(facts), theirs, current, labels: agencyLabels });
  if (changed.length === 0) return;
  const { commune: _, ...own } = facts;
  const data = Object.fromEntries(Object.entries(own).filter(([field]) => changed.includes(field as keyof typeof own)));
  const moved = changed.includes('commune') || changed.includes('postcode');
  const place = moved ? await placeOfAddress(ctx.db, { communeCode: null, commune: facts.commune, postcode: facts.postcode, latitude: null, longitude: null }) : null;
  await ctx.db.missionLocale.update({ where: { id }, data: { ...data, ...(place && { postcode: place.postcode, communeCode: place.communeCode }) } });
}
