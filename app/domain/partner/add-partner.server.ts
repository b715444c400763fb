import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { nameKey } from '~/domain/organisation/name-key';
import { readableName } from '~/domain/organisation/readable-name';
import { readableStreet } from '~/domain/place/readable-place';
import type { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { addPartnerSchema, type AddPartner } from './partner.schema';
import { kindsOfPartner } from './partner-kind.server';
import { placeOfAddress } from './place-of-address.server';
import { readInput } from './read-input';
import { organisationInRegister, type RegisteredOrganisation } from './register.server';
import { gapsFilledBy, sharedFactNames, withSources, type FactSource, type SharedFact } from './shared-facts';

export type AddedPartner = { partnershipId: string; organisationId: string; /** The network already had the organisation. */ joined: boolean };

/**
 * Adds a partner to the agency. A SIRET that the network knows joins that organisation: its facts are kept, only the
 * empty ones are completed; otherwise the organisation is created. Facts are given as people type them.
 * Throws `invalid(field)` for what cannot be read, `conflict` when it is already a partner.
 */
export async function addPartner(ctx: Ctx, input: AddPartner, { source = 'agency' }: { source?: FactSource } = {}): Promise<AddedPartner> {
  const typed = readInput(addPartnerSchema, input);
  await checkOfficer(ctx, typed.officerId);
  const { kindId, localKindId } = await kindsOfPartner(ctx, typed);
  const facts = { ...factsOf(typed), kindId, ...(await placeOfAddress(ctx.db, typed)) };

  const known = facts.siret ? await organisationInRegister(ctx, facts.siret) : null;
  const organisationId = known?.id ?? (await createOrganisation(ctx, facts, source));
  const partnershipId = await createPartnership(ctx, organisationId, typed, localKindId);
  if (known) await fillGaps(ctx, known, facts, source);
  await ctx.emit('partner.added', { partnershipId });
  return { partnershipId, organisationId, joined: known !== null };
}

type Typed = z.output<typeof addPartnerSchema>;
type Facts = ReturnType<typeof factsOf> & { kindId: string } & Awaited<ReturnType<typeof placeOfAddress>>;

function factsOf(typed: Typed) {
  const { siret, brandName, acronym, nafCode, legalForm, headcountBand, hasYouthLabel, addressLine, addressExtra, cedex, phone, otherPhones, email, website, openingHours, description } = typed;
  return { name: readableName(typed.name), siret, brandName, acronym, nafCode, legalForm, headcountBand, hasYouthLabel, addressLine: addressLine && readableStreet(addressLine), addressExtra, cedex, phone, otherPhones, email, website, openingHours, description, typedName: typed.name };
}

async function createOrganisation(ctx: Ctx, { typedName, ...facts }: Facts, source: FactSource): Promise<string> {
  const { departementCode, ...shared } = facts;
  const data = {
    ...facts,
    nameKey: nameKey(facts.name),
    originalName: typedName === facts.name ? null : typedName,
    openingHours: facts.openingHours ?? Prisma.DbNull,
    departementCode,
    factSources: withSources({}, shared, source, ctx.now),
  };
  const organisation = await ctx.db.organisation.create({ data, select: { id: true } }).catch(saidTwice('Cet établissement vient d’être ajouté au réseau. Recommencez : vous le rejoindrez.'));
  return organisation.id;
}

async function createPartnership(ctx: Ctx, organisationId: string, typed: Typed, localKindId: string | null): Promise<string> {
  const { officerId, siteId, externalId, themes, tagIds } = typed;
  const existing = await ctx.db.partnership.findFirst({ where: { organisationId }, select: { stage: true, organisation: { select: { name: true } } } });
  if (existing) throw conflict(`${existing.organisation.name} est déjà parmi vos partenaires${existing.stage === 'archived' ? ', dans les archives' : ''}.`);
  const { id } = await ctx.db.partnership
    .create({ data: { organisationId, officerId, siteId, externalId }, select: { id: true } })
    .catch(saidTwice('Cet établissement vient d’être ajouté à vos partenaires.'));
  if (themes.length) await ctx.db.partnershipTheme.createMany({ data: themes.map((themeCode) => ({ partnershipId: id, themeCode })) });
  if (tagIds.length) await ctx.db.partnershipTag.createMany({ data: tagIds.map((tagId) => ({ partnershipId: id, tagId })) });
  if (localKindId) await ctx.db.partnershipKind.create({ data: { partnershipId: id, kindId: localKindId } });
  await ctx.db.stageMove.create({ data: { partnershipId: id, toStage: 'prospect' } });
  return id;
}

async function fillGaps(ctx: Ctx, known: RegisteredOrganisation, facts: Facts, source: FactSource): Promise<void> {
  const given = Object.fromEntries(sharedFactNames.map((fact) => [fact, (facts as Partial<Record<SharedFact, unknown>>)[fact]]));
  const filled = gapsFilledBy(known, given);
  if (Object.keys(filled).length === 0) return;
  const departement = filled.communeCode ? { departementCode: facts.departementCode } : {};
  await ctx.db.organisation.update({ where: { id: known.id }, data: { ...filled, ...departement, factSources: withSources(known.factSources, filled, source, ctx.now) } });
}

/** Two people in the same instant: the second is told, and the transaction is rolled back. */
const saidTwice = (sentence: string) => (error: unknown): never => {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw conflict(sentence);
  throw error;
};
