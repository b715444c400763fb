import { beforeEach, expect, test, vi } from 'vitest';
import type { MapViewProps } from '~/ui/map-view';

/** A map whose tiles never end loading: what is asked of it while it waits. */
const written = new Map<string, unknown>();
vi.mock('maplibre-gl/dist/maplibre-gl-worker.mjs?url', () => ({ default: '' }));
vi.mock('maplibre-gl', () => {
  class Silent {
    getCanvas = () => document.createElement('canvas');
    touchZoomRotate = { disableRotation() {} };
    addControl() {}
    on() {}
    once() {}
    jumpTo = ({ center }: { center: number[] }) => void written.set('center', center);
    isStyleLoaded = () => false;
    getSource = (name: string) => ({ setData: (data: unknown) => void written.set(name, data) });
    setStyle = (style: unknown) => void written.set('style', style);
    remove() {}
  }
  return { Map: Silent, NavigationControl: Silent, Popup: Silent, setWorkerUrl() {} };
});

const at = (lon: number, name: string): MapViewProps => ({ center: [lon, 43.2], zoom: 12, label: name, points: [{ id: name, lon, lat: 43.2, label: name }] });

beforeEach(() => {
  written.clear();
  vi.stubGlobal('matchMedia', () => ({ addEventListener() {}, removeEventListener() {} }));
});

test('une fiche suivie d’une autre pendant que la carte charge : elle va à la seconde, et y dessine son point', async () => {
  const { drawMap } = await import('./draw-map');
  const drawn = drawMap(document.createElement('div'), at(0.07, 'Tarbes'), () => {})!;
  drawn.show(at(0.1, 'Séméac'));
  expect(written.get('center')).toEqual([0.1, 43.2]);
  expect(written.get('points')).toMatchObject({ features: [{ properties: { label: 'Séméac' }, geometry: { coordinates: [0.1, 43.2] } }] });
});

test('les tuiles choisies viennent sous le point ; retirée avant, la carte ne les attend plus', async () => {
  const { drawMap } = await import('./draw-map');
  const base = { version: 8 as const, sources: { plan_ign: { type: 'vector' as const, tiles: ['https://tuiles.example/{z}/{x}/{y}.pbf'] } }, layers: [] };
  const ground = async () => ({ ground: { departements: { type: 'FeatureCollection' as const, features: [] }, base: null }, later: Promise.resolve({ departements: { type: 'FeatureCollection' as const, features: [] }, base }) });
  drawMap(document.createElement('div'), { ...at(0.07, 'Tarbes'), ground }, () => {})!.remove();
  await new Promise((resolve) => setTimeout(resolve));
  expect(written.get('style')).toBeUndefined();
  drawMap(document.createElement('div'), { ...at(0.07, 'Tarbes'), ground }, () => {});
  await vi.waitFor(() => expect(written.get('style')).toMatchObject({ sources: { plan_ign: { attribution: '© IGN' } } }));
});
