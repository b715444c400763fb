import { writeMapView } from '~/domain/map/map-view';
import { tooMany, type Scenario } from './scenarios';

type Bounds = { west: number; south: number; east: number; north: number };
export type OfferSamples = { offers: string[]; offerWords: string[]; offerTypos: string[]; offerCommunes: { code: string; name: string }[]; nextOffers: string[]; extent: Record<'partenaires' | 'offres', Bounds>; points: { latitude: number; longitude: number }[] };

const at = <T>(values: readonly T[], n: number): T => values[n % values.length]!;
const query = (params: Record<string, string>) => `/offres?${new URLSearchParams(params)}`;
const list = ['routes/staff/offers/list'];
const kinds = ['emploi', 'alternance', 'immersion', 'stage', 'formation', 'atelier', 'service', 'parrainage'];
const themes = ['emploi', 'formation', 'logement', 'sante', 'mobilite', 'citoyennete', 'loisirs'];

let anew = 0;

/** What a counsellor with a youth in front of them asks of the offers; its addresses vary with `n`. */
export function offerScenarios(s: OfferSamples): Scenario[] {
  return [
    { name: 'offres, première page', routeIds: list, address: () => '/offres', target: 50 },
    { name: 'offres, pages suivantes', routeIds: list, address: (n) => at(s.nextOffers, n), target: 50 },
    { name: 'offres, sorte + contrat + niveau', routeIds: list, address: (n) => query({ sorte: at(['emploi', 'alternance'], n), contrat: at(['CDI', 'CDD', 'E2'], n), niveau: at(['0', '3', '4'], n) }), target: 50 },
    { name: 'offres, texte, deux mots', routeIds: list, address: (n) => query({ q: at(s.offerWords, n) }), target: 50 },
    { name: 'offres, texte, une faute', routeIds: list, address: (n) => query({ q: at(s.offerTypos, n) }), target: 50 },
    { name: 'offres, texte, mot courant', routeIds: list, address: (n) => query({ q: at(['emploi', 'formation', 'agent', 'vente', 'employe', 'cdi', 'stage'], n) }), target: 50 },
    { name: 'offres, texte, un mot de trop', routeIds: list, address: (n) => query({ q: `${at(s.offerWords, n)} ${at(tooMany, n)}` }), target: 100 },
    { name: 'offres, rayon 30 km, par distance', routeIds: list, address: (n) => query({ commune: at(s.offerCommunes, n).code, rayon: '30', tri: 'distance' }), target: 50 },
    { name: 'offres, « serveuse Tarbes 30 min en bus »', routeIds: list, address: (n) => query({ q: `serveuse ${n % 2 ? at(s.offerCommunes, n).name : 'tarbes'} 30 min en bus` }), target: 50 },
    { name: 'offres, compteurs des filtres', routeIds: ['routes/staff/offers/facets'], address: (n) => `/offres/compteurs${at(['', `?sorte=${at(kinds, n)}`, `?q=${encodeURIComponent(at(s.offerWords, n))}`, '?sorte=emploi&contrat=CDD&public=jeunes'], n)}`, target: 50 },
    { name: 'offre', routeIds: ['routes/staff/offers/offer'], address: (n) => `/offres/${at(s.offers, n)}`, params: (n) => ({ offerId: at(s.offers, n) }), target: 50 },
    ...(['partenaires', 'offres'] as const).flatMap((layer): Scenario[] => {
      const routeIds = [`routes/staff/map/${layer === 'offres' ? 'offer' : 'partner'}-points`];
      return [
        { name: `carte des ${layer}, déjà lue`, routeIds, address: (n) => points(layer, viewOf(s, layer, n % 12)), target: 30 },
        // All the values of one filter keep everything; in an order that nobody has asked before, they are read anew.
        { name: `carte des ${layer}, à lire`, routeIds, address: (n) => points(layer, viewOf(s, layer, n), layer === 'offres' ? inOrder('sorte', kinds, (anew += 1)) : inOrder('thematique', themes, (anew += 1))), target: 150 },
      ];
    }),
  ];
}

const points = (layer: string, view: string, filters: [string, string][] = []) => `/${layer}/points?${new URLSearchParams([...filters, ['tuiles', view]])}`;

/** One time in three all that one has, else a town and what is around it, at three scales, on a screen of 1440 × 900. */
function viewOf({ extent, points: around }: OfferSamples, layer: 'partenaires' | 'offres', n: number): string {
  const whole = extent[layer];
  const fitting = Math.floor(Math.log2((360 / Math.max(whole.east - whole.west, 1)) * (1440 / 512)));
  if (n % 3 === 0) return writeMapView(fitting, whole);
  const zoom = 8 + (n % 6);
  const { latitude, longitude } = at(around, n);
  const half = ((360 / 2 ** zoom) * (1440 / 512)) / 2;
  return writeMapView(zoom, { west: longitude - half, east: longitude + half, south: latitude - half * 0.45, north: latitude + half * 0.45 });
}

/** The values of a filter in their n-th order (5,040 of them for seven). */
export function inOrder(name: string, values: readonly string[], n: number): [string, string][] {
  const left = [...values];
  let rest = n;
  return values.map((_, i) => {
    const choices = values.length - i;
    const [value] = left.splice(rest % choices, 1);
    rest = Math.floor(rest / choices);
    return [name, value!];
  });
}
