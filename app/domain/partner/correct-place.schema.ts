import { z } from '~/domain/zod';

const degrees = z.string().max(40).catch('');

export const correctPlaceSchema = z.object({
  latitude: degrees,
  longitude: degrees,
  baseLatitude: degrees,
  baseLongitude: degrees,
  isSure: z.literal('oui').transform(() => true as boolean).catch(false),
});
