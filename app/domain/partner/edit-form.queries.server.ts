import type { Ctx } from '~/access/context';
import { merged, notFound } from '~/domain/errors';
import type { OpeningHours } from '~/domain/organisation/opening-hours';
import { formatPhone } from '~/domain/organisation/phone';
import { formatSiret } from '~/domain/organisation/siret';
import { knownId } from '~/domain/partnership/partnership-of.server';
import type { FormText } from './edit-form';
import { openingHoursSentence } from './say-opening-hours';
import type { FactSources } from './shared-facts';

/** A partnership of ours with all that its edit form shows. Throws `notFound`, `merged`. */
export async function editedPartner(ctx: Ctx, partnershipId: string | undefined) {
  const partnership = await ctx.db.partnership.findFirst({
    where: { id: knownId(partnershipId) },
    include: { organisation: { include: { commune: { select: { name: true } } } }, kinds: true },
  });
  if (!partnership) throw notFound('Ce partenaire n’existe pas, ou plus.');
  if (partnership.mergedIntoId) throw merged(partnership.mergedIntoId);
  return partnership;
}

export type EditedPartner = Awaited<ReturnType<typeof editedPartner>>;

export const hoursOf = (partner: EditedPartner) => partner.organisation.openingHours as OpeningHours | null;
export const sourcesOf = (partner: EditedPartner) => partner.organisation.factSources as FactSources;

/** The record as its edit form writes it. Coordinates show only when they were given: a commune's centre is not typed by anybody. */
export function formTextOf(partner: EditedPartner): FormText {
  const { organisation: o } = partner;
  const hours = hoursOf(partner);
  const isExact = o.placePrecision === 'exact';
  const text: Record<string, string | number | null> = {
    name: o.name, brandName: o.brandName, acronym: o.acronym, siret: o.siret && formatSiret(o.siret), kindId: o.kindId,
    otherKindIds: partner.kinds.map(({ kindId }) => kindId).sort().join(' '),
    nafCode: o.nafCode, legalForm: o.legalForm, headcountBand: o.headcountBand, hasYouthLabel: o.hasYouthLabel ? 'oui' : '', addressLine: o.addressLine, addressExtra: o.addressExtra,
    postcode: [o.postcode, o.cedex].filter(Boolean).join(' '), commune: o.commune?.name ?? null, communeCode: o.communeCode,
    latitude: isExact ? o.latitude : null, longitude: isExact ? o.longitude : null,
    phone: [o.phone, ...o.otherPhones].filter((phone) => phone !== null).map(formatPhone).join(' / '), email: o.email, website: o.website,
    openingHours: hours && openingHoursSentence(hours), openingHoursNote: hours?.note ?? null, description: o.description,
    siteId: partner.siteId, externalId: partner.externalId,
  };
  return Object.fromEntries(Object.entries(text).map(([name, value]) => [name, value === null ? '' : String(value)]));
}
