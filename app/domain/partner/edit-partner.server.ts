import type { Ctx } from '~/access/context';
import { conflict, invalid, stale } from '~/domain/errors';
import { nameKey } from '~/domain/organisation/name-key';
import { holdPartnership } from '~/domain/partnership/partnership-of.server';
import { setKinds } from '~/domain/partnership/set-kinds.server';
import { Prisma } from '#prisma';
import { editFieldLabel, mergeTyped, withChoices, type FormText } from './edit-form';
import { editedSchema } from './edit-form.schema';
import { editedPartner, formTextOf, hoursOf, sourcesOf, type EditedPartner } from './edit-form.queries.server';
import { placeOfAddress } from './place-of-address.server';
import { readInput } from './read-input';
import { organisationInRegister } from './register.server';
import { sameFact, sharedFactNames, withSources, type SharedFact } from './shared-facts';

/** `base`: what the form showed; `keep`: 'mine' or 'theirs' for each field on which two people disagreed. */
export type EditPartner = { partnershipId: string; typed: FormText; base: FormText; keep?: Record<string, string> };
export type Edited = { /** Labels of what was changed now. */ changed: string[]; /** Labels of what somebody else changed meanwhile, kept too. */ merged: string[] };

/**
 * Corrects the record: facts of the organisation, shared by the network, and what the agency notes beside them. What somebody
 * else changed since the form was opened is merged; throws `stale` with both values for a field that both changed,
 * `invalid(field)` for what cannot be read or belongs to the organisation itself.
 */
export async function editPartner(ctx: Ctx, { partnershipId, typed, base, keep = {} }: EditPartner): Promise<Edited> {
  await holdPartnership(ctx, partnershipId);
  const partner = await editedPartner(ctx, partnershipId);
  const current = formTextOf(partner);
  const merged = mergeTyped({ base, typed: withChoices(typed, base, keep), current });
  const tooLate = () => stale('Une autre personne a modifié cette fiche pendant que vous l’aviez ouverte.', partner.version, merged.conflicts);
  if (merged.conflicts.length > 0) throw tooLate();
  if (merged.mine.length === 0) return { changed: [], merged: [] };

  const read = readInput(editedSchema, merged.values);
  const facts = await changedFacts(ctx, partner, read, (part) => merged.mine.some((field) => field === part));
  if (!(await writeOrganisation(ctx, partner, facts))) throw tooLate();
  const { count } = await ctx.db.partnership.updateMany({ where: { id: partner.id, version: partner.version }, data: { siteId: read.siteId, externalId: read.externalId } });
  if (count === 0) throw tooLate();
  if (merged.mine.includes('otherKindIds') || merged.mine.includes('kindId')) await setKinds(ctx, { partnershipId: partner.id, kindIds: read.otherKindIds?.split(' ') ?? [] });
  await ctx.emit('partner.changed', { partnershipId: partner.id });
  return { changed: merged.mine.map(editFieldLabel), merged: merged.theirs.filter((field) => !merged.mine.includes(field)).map(editFieldLabel) };
}

/** Corrects a few facts, given as people type them; the others stay. Same rules and errors as `editPartner`. */
export async function editOrganisation(ctx: Ctx, { partnershipId, ...facts }: { partnershipId: string } & FormText): Promise<Edited> {
  const base = formTextOf(await editedPartner(ctx, partnershipId));
  // A commune given by its name alone is not the one whose code is on the record.
  const typed = { ...base, ...('commune' in facts && !('communeCode' in facts) ? { communeCode: '' } : {}), ...facts };
  return editPartner(ctx, { partnershipId, typed, base });
}

type Read = ReturnType<typeof readInput<typeof editedSchema>>;
type Facts = Partial<Record<SharedFact, unknown>>;

/** The facts that really change, checked. */
async function changedFacts(ctx: Ctx, partner: EditedPartner, read: Read, isMine: (field: string) => boolean): Promise<Facts> {
  const { organisation } = partner;
  if (organisation.siret && !read.siret) throw invalid('siret', 'Un SIRET ne s’enlève pas : corrigez-le, ou archivez la fiche.');
  if (read.siret && read.siret !== organisation.siret && (await organisationInRegister(ctx, read.siret))) throw invalid('siret', 'Une autre organisation du réseau porte ce SIRET. Ajoutez-la comme partenaire, puis archivez cette fiche.');
  const { name, brandName, acronym, siret, nafCode, legalForm, headcountBand, hasYouthLabel, addressLine, addressExtra, cedex, phone, otherPhones, email, website, description } = read;
  const hours = isMine('openingHours') || isMine('openingHoursNote') ? read.openingHours : hoursOf(partner);
  const given: Facts = {
    name, brandName, acronym, siret, kindId: read.kindId ?? organisation.kindId, nafCode, legalForm, headcountBand, hasYouthLabel, addressLine, addressExtra, cedex,
    phone, otherPhones, email, website, openingHours: hours, description, ...(await placeAfter(ctx, partner, read, isMine)),
  };
  const changed = Object.fromEntries(sharedFactNames.filter((fact) => fact in given && !sameFact(given[fact], organisation[fact])).map((fact) => [fact, given[fact]]));
  const sources = sourcesOf(partner);
  for (const fact of Object.keys(changed)) {
    if (sources[fact as SharedFact]?.source === 'organisation') throw invalid(fact, 'L’organisation a écrit cela elle-même : demandez-lui de le corriger.');
  }
  return changed;
}

/**
 * Where it is after the change: untouched when nothing of the address moved; at the coordinates typed; else at the centre of
 * the commune. Coordinates corrected by hand outlive a new street, not a new commune.
 */
async function placeAfter(ctx: Ctx, { organisation }: EditedPartner, read: Read, isMine: (field: string) => boolean) {
  const moved = isMine('commune') || isMine('postcode');
  if (!moved && !isMine('latitude') && !isMine('addressLine')) return {};
  const keepsPoint = isMine('latitude') || !moved;
  const place = await placeOfAddress(ctx.db, keepsPoint ? read : { ...read, latitude: null, longitude: null });
  const isSameCommune = place.communeCode === organisation.communeCode && organisation.placePrecision === 'exact' && !isMine('latitude');
  return isSameCommune ? { ...place, latitude: organisation.latitude, longitude: organisation.longitude, placePrecision: organisation.placePrecision } : place;
}

async function writeOrganisation(ctx: Ctx, { organisation, ...partner }: EditedPartner, facts: Facts): Promise<boolean> {
  if (Object.keys(facts).length === 0) return true;
  const departement = 'communeCode' in facts ? await departementOf(ctx, facts.communeCode) : {};
  const data = {
    ...facts,
    ...departement,
    ...(typeof facts.name === 'string' ? { nameKey: nameKey(facts.name) } : {}),
    ...('openingHours' in facts ? { openingHours: facts.openingHours ?? Prisma.DbNull } : {}),
    factSources: withSources(sourcesOf({ organisation, ...partner }), facts, 'agency', ctx.now),
  } as Prisma.OrganisationUpdateManyMutationInput;
  const { count } = await ctx.db.organisation.updateMany({ where: { id: organisation.id, version: organisation.version }, data }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw conflict('Une autre organisation vient de prendre ce SIRET.');
    throw error;
  });
  return count > 0;
}

async function departementOf(ctx: Ctx, communeCode: unknown) {
  const commune = typeof communeCode === 'string' ? await ctx.db.commune.findUnique({ where: { code: communeCode }, select: { departementCode: true } }) : null;
  return { departementCode: commune?.departementCode ?? null };
}
