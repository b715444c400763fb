import type { Ctx } from '~/access/context';
import { travelModeNames, type TravelMode } from '~/domain/offer/list/travel';
import { findPlace } from '~/domain/partner/list/find-place.server';
import type { Departure } from './compare-offers';

/**
 * From where an address says that one leaves (`commune`, or `communeText` where there is no script) and how (`moyen`, by bus unless
 * said); null when it says none, or its position is not known. Two queries at most.
 */
export async function departureOf(ctx: Ctx, params: URLSearchParams): Promise<{ departure: Departure | null; commune: string; notices: string[] }> {
  const commune = /^[0-9][0-9AB][0-9]{3}$/.exec(params.get('commune') ?? '')?.[0] ?? '';
  const { place, code, notices } = await findPlace(ctx, { commune, communeText: commune ? '' : (params.get('communeText') ?? '').slice(0, 80), rayon: 1 });
  const mode = travelModeNames.find((name) => name === params.get('moyen')) ?? ('bus' satisfies TravelMode);
  return { departure: place?.circle ? { name: place.name, latitude: place.circle.latitude, longitude: place.circle.longitude, mode } : null, commune: code, notices };
}
