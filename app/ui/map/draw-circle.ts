import type { LngLat, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Area } from './map-data';

/** What a click without a drag means, in metres. */
const usual = 10_000;

/**
 * A circle drawn by hand: pressed at its centre, drawn to its edge, or a click for one of 10 km. Escape gives up. Returns what ends it.
 */
export function drawCircle(map: MapLibre, { onDraft, onDrawn }: { onDraft: (area: Area | null) => void; onDrawn: (area: Area) => void }): () => void {
  let center: LngLat | null = null;
  const area = (edge: LngLat): Area => ({ center: [center!.lng, center!.lat], metres: center!.distanceTo(edge) });
  const begin = (event: MapMouseEvent | MapTouchEvent) => {
    event.preventDefault();
    center = event.lngLat;
  };
  const draw = ({ lngLat }: MapMouseEvent | MapTouchEvent) => center && onDraft(area(lngLat));
  const finish = ({ lngLat }: MapMouseEvent | MapTouchEvent) => {
    if (!center) return;
    const drawn = area(lngLat);
    const isClick = map.project(center).dist(map.project(lngLat)) < 8;
    end();
    onDrawn(isClick ? { ...drawn, metres: usual } : drawn);
  };
  const giveUp = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    end();
    onDraft(null);
  };
  const canvas = map.getCanvas();
  canvas.style.cursor = 'crosshair';
  // One finger draws now: it neither slides the page nor is told that two are needed.
  const isShared = map.cooperativeGestures.isEnabled();
  canvas.style.touchAction = 'none';
  map.cooperativeGestures.disable();
  map.dragPan.disable();
  const heard = [map.on('mousedown', begin), map.on('touchstart', begin), map.on('mousemove', draw), map.on('touchmove', draw), map.on('mouseup', finish), map.on('touchend', finish)];
  window.addEventListener('keydown', giveUp);
  function end() {
    canvas.style.cursor = '';
    canvas.style.touchAction = '';
    if (isShared) map.cooperativeGestures.enable();
    map.dragPan.enable();
    for (const subscription of heard) subscription.unsubscribe();
    window.removeEventListener('keydown', giveUp);
  }
  return end;
}
