import { perSecond } from '~/adapters/http/ask-politely';
import type { LonLat } from '~/domain/place/circle';
import { z } from '~/domain/zod';
import type { Reach, Reached } from '~/domain/reach/reach';
import { thinned } from './thinned';

/** What the isochrone service of the Géoplateforme (IGN) answers, as far as we read it. */
const answer = z.object({
  resourceVersion: z.string().max(60).catch(''),
  geometry: z.union([z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.tuple([z.number(), z.number()]).rest(z.number()))).min(1) }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()]).rest(z.number())))).min(1) })]),
});

type Settings = { url: string; resource?: string; timeoutMs?: number; /** Requests a second, at most. */ rate?: number };

/**
 * Isochrones of the Géoplateforme: `GET <url>?resource=&point=lon,lat&costType=time&costValue=<seconds>&profile=car|pedestrian…`,
 * 5 requests a second and an address; beyond, 429 with `Retry-After`. No key.
 */
export function geoplateformeReach({ url, resource = 'bdtopo-valhalla', timeoutMs = 8_000, rate = 5 }: Settings): Reach {
  const turn = perSecond(rate);
  return {
    profiles: ['pedestrian', 'car'],
    async from({ point, profile, minutes }): Promise<Reached> {
      const params = new URLSearchParams({
        resource, profile, point: `${point.longitude},${point.latitude}`, costType: 'time', costValue: String(minutes * 60), timeUnit: 'second', direction: 'departure', geometryFormat: 'geojson', crs: 'EPSG:4326',
      });
      try {
        await turn();
        const response = await fetch(`${url}?${params}`, { signal: AbortSignal.timeout(timeoutMs), headers: { Accept: 'application/json' } });
        if (response.status === 429) return { ok: false, reason: 'Trop de demandes à la fois.', retryAfterMs: waitOf(response.headers.get('Retry-After')) };
        if (!response.ok) return { ok: false, reason: `Le service répond ${response.status}.`, retryAfterMs: response.status >= 500 ? 60_000 : 86_400_000 };
        const read = answer.safeParse(await response.json());
        if (!read.success) return { ok: false, reason: 'La réponse du service n’a pas été comprise.', retryAfterMs: 3_600_000 };
        const { geometry, resourceVersion } = read.data;
        const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.map(([outer]) => outer ?? []);
        const widest = [...(geometry.type === 'Polygon' ? rings.slice(0, 1) : rings)].sort((a, b) => b.length - a.length)[0] ?? [];
        if (widest.length < 4) return { ok: false, reason: 'Rien n’est atteint depuis ce point.', retryAfterMs: 86_400_000 };
        return { ok: true, outline: thinned(widest.map(([lon, lat]): LonLat => [lon, lat]), 400), version: resourceVersion };
      } catch {
        return { ok: false, reason: 'Le service ne répond pas.', retryAfterMs: 60_000 };
      }
    },
  };
}

/** `Retry-After` in seconds or as a date; between a second and an hour. */
function waitOf(header: string | null): number {
  const seconds = Number(header);
  const ms = header && Number.isFinite(seconds) ? seconds * 1000 : header ? Date.parse(header) - Date.now() : 5_000;
  return Math.min(3_600_000, Math.max(1_000, Number.isFinite(ms) ? ms : 5_000));
}
