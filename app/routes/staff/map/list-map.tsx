import { Link, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapExtent } from '~/domain/map/map-cells';
import type { MapLayerName } from '~/domain/map/map-layers';
import type { ThingHere } from '~/domain/map/whats-here.server';
import { farthestKm } from '~/domain/partner/list/filters';
import { writeAround } from '~/domain/place/around';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icon';
import type { ExploredMap, ShownSpot } from '~/ui/map/explore-options';
import type { Area, Bounds } from '~/ui/map/map-data';
import { AroundButtons } from './around-buttons';
import { HereCard, type Opened } from './here-card';
import { exploreLayers } from './explore-layers';
import { MapEmpty } from './map-empty';
import { MapKeys } from './map-keys';
import { MapLegend } from './map-legend';
import { boundsOfArea, extentOf, loadGround, loadSpots } from './read-points';
import { rememberedView, rememberView } from './remembered-view';
import { territories } from './territories';

export type ListMapProps = {
  layer: MapLayerName;
  /** The filters of the list, as its address says them; and what of them the other layer has too. */
  query: string;
  otherQuery: string;
  /** The other layer is shown as well; `otherTo` turns it on and off. */
  isAll: boolean;
  otherTo: string;
  area: Area | null;
  /** How the area is known, in words. */
  areaSaid: string | null;
  /** The address of the list around this point. */
  aroundTo: (autour: string, rayon: number) => string;
  mayNote: boolean;
  lit: readonly [lon: number, lat: number] | null;
  onPoint: (id: string | null) => void;
  onDrawn: (isDrawn: boolean) => void;
};

const france: Bounds = territories[0];
/** The rectangle of all that is asked; none when nothing has a place. */
const wholeOf = (area: Area | null, extent: MapExtent | null | undefined): Bounds | undefined => (area ? boundsOfArea(area) : (extent?.bounds ?? undefined));
const middleOf = ({ west, south, east, north }: Bounds): [number, number] => [(west + east) / 2, (south + north) / 2];
const otherOf = (layer: MapLayerName): MapLayerName => (layer === 'partners' ? 'offers' : 'partners');

/** The map of a list, with the same filters. Its script is fetched here and nowhere else; until then, and where there is none, words. */
export function ListMap(props: ListMapProps) {
  const { layer, query, otherQuery, isAll, otherTo, area, areaSaid, mayNote, lit } = props;
  const box = useRef<HTMLDivElement>(null);
  const explored = useRef<ExploredMap | null>(null);
  const { key, pathname, search } = useLocation();
  const at = `${key} ${pathname}${search}`;
  const latest = useRef({ ...props, at });
  const [state, setState] = useState<'waits' | 'drawn' | 'none'>('waits');
  const [spots, setSpots] = useState<ShownSpot[] | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [extent, setExtent] = useState<MapExtent | null | undefined>(undefined);
  const [isDrawing, setDrawing] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    latest.current = { ...props, at };
  });

  useEffect(() => {
    let left = false;
    const begin = async () => {
      const now = latest.current;
      const [{ exploreMap }, found, { ground, later }] = await Promise.all([import('~/ui/map/explore-map'), extentOf(now.layer, now.query), loadGround()]);
      if (left || !box.current) return;
      setExtent(found);
      const map = exploreMap(box.current, {
        layers: exploreLayers(now.layer),
        visible: now.isAll ? [now.layer, otherOf(now.layer)] : [now.layer],
        label: now.layer === 'partners' ? 'Carte des partenaires' : 'Carte des offres',
        ground,
        bounds: wholeOf(now.area, found) ?? france,
        view: rememberedView(now.at),
        area: now.area,
        load: (name, zoom, bounds) => loadSpots(name as MapLayerName, name === latest.current.layer ? latest.current.query : latest.current.otherQuery, zoom, bounds),
        onOpen: (name, place, id) => setOpened((old) => (name === 'fan' ? old && { ...old, id } : { layer: name as MapLayerName, box: place })),
        onMoved: (view) => rememberView(latest.current.at, view),
        onPoint: (name, id) => latest.current.onPoint(name === latest.current.layer ? id : null),
        onShown: setSpots,
      });
      explored.current = map;
      if (!map) return setState('none');
      await map.ready;
      if (left) return;
      setState('drawn');
      latest.current.onDrawn(true);
      const other = await later;
      if (other && !left) map.changeGround(other);
    };
    // The list is there: a map that cannot be fetched is not an error of the page.
    begin().catch(() => setState('none'));
    return () => {
      left = true;
      explored.current?.remove();
      explored.current = null;
    };
  }, []);

  const shown = `${query} ${isAll ? otherQuery : ''} ${isAll} ${JSON.stringify(area)}`;
  const first = useRef(shown);
  useEffect(() => {
    if (first.current === shown || !explored.current) return;
    const onlyLayers = first.current.split(' ')[0] === query;
    first.current = shown;
    const now = latest.current;
    const view = rememberedView(now.at);
    setOpened(null);
    setSpots(null);
    void extentOf(now.layer, now.query).then((found) => {
      if (latest.current.at !== now.at) return;
      setExtent(found);
      const bounds = wholeOf(now.area, found);
      explored.current?.reload({ layers: now.isAll ? [now.layer, otherOf(now.layer)] : [now.layer], area: now.area, bounds: onlyLayers ? undefined : bounds, view });
    });
  }, [shown, query]);

  // The next page of the list, the other layer: another entry of the history, where the map stays as it is.
  useEffect(() => {
    if (explored.current && !rememberedView(at)) rememberView(at, explored.current.position());
  }, [at]);

  // What is open stays surrounded; what is pointed at in the list comes before.
  useEffect(() => {
    if (lit) explored.current?.light(lit, layer);
    else explored.current?.light(opened && middleOf(opened.box), opened?.layer);
  }, [lit, opened, layer]);
  useEffect(() => {
    if (!opened) explored.current?.spread(null);
  }, [opened]);
  const showFound = useCallback((name: MapLayerName, place: Bounds, things: readonly ThingHere[], card: DOMRect) => {
    const middle = middleOf(place);
    explored.current?.clear(middle, card);
    explored.current?.spread(things.length > 1 ? { layer: name, place: middle, things: things.map(({ id, name: called, mark = '', precision }) => ({ id, name: called, mark, isAbout: precision === 'commune' || precision === 'departement' })) } : null);
  }, []);

  const lookAround = (latitude: number, longitude: number, metres: number) => {
    setDrawing(false);
    navigate(props.aroundTo(writeAround({ latitude, longitude }), Math.min(farthestKm, Math.max(1, Math.round(metres / 1000)))), { preventScrollReset: true });
  };
  const draw = (byKeyboard: boolean) => {
    setDrawing(!byKeyboard);
    explored.current?.draw(({ center: [longitude, latitude], metres }) => lookAround(latitude, longitude, metres), byKeyboard);
  };
  const showAll = () => {
    const whole = wholeOf(area, extent);
    if (whole) explored.current?.goTo(whole);
  };
  const close = () => {
    setOpened(null);
    box.current?.closest('section')?.querySelector<HTMLElement>('[data-spot][tabindex="0"]')?.focus();
  };
  return (
    <section className="list-map" aria-label={layer === 'partners' ? 'Carte des partenaires' : 'Carte des offres'}>
      <div className="list-map-bar">
        <Link className="button" data-size="small" to={otherTo} preventScrollReset data-on={isAll ? '' : undefined}>
          <Icon name={isAll ? 'check' : 'add'} />
          {layer === 'partners' ? 'Offres aussi' : 'Partenaires aussi'}
        </Link>
        <AroundButtons isReady={state === 'drawn'} isDrawing={isDrawing} onDraw={draw} onHere={(latitude, longitude) => lookAround(latitude, longitude, 10_000)} />
        <MapLegend layer={layer} isAll={isAll} />
      </div>
      <div className="map list-map-box" data-state={state}>
        {state !== 'drawn' && (
          <div className="map-fallback">
            {state === 'waits' ? <p data-map-waits="">La carte arrive…</p> : <p>Votre navigateur ne peut pas dessiner la carte. La liste dit la même chose, avec les distances.</p>}
            <noscript><p>La carte demande JavaScript. La liste dit la même chose, avec les distances.</p></noscript>
          </div>
        )}
        <div ref={box} className="map-canvas" />
        {state === 'drawn' && <MapEmpty layer={layer} isAll={isAll} extent={extent} isBlank={spots?.length === 0} onBack={() => showAll()} />}
        {state === 'drawn' && <MapKeys spots={spots ?? []} onOpen={(key) => explored.current?.open(key)} />}
        {opened && <HereCard key={`${opened.layer} ${JSON.stringify(opened.box)}`} opened={opened} onFound={showFound} onChoose={(id) => setOpened({ ...opened, id })} query={opened.layer === layer ? query : otherQuery} mayNote={mayNote} onClose={close} />}
      </div>
      <div className="list-map-foot">
        <p role="status" className="muted">{[areaSaid, extent && placedInWords(layer, extent)].filter(Boolean).join(' ')}</p>
        <div role="group" aria-label="Aller à">
          <Button type="button" size="small" variant="quiet" onClick={showAll} disabled={state !== 'drawn' || !wholeOf(area, extent)}>Tous les résultats</Button>
          {territories.map((territory) => (
            <Button key={territory.name} type="button" size="small" variant="quiet" onClick={() => explored.current?.goTo(territory)} disabled={state !== 'drawn'}>{territory.name}</Button>
          ))}
        </div>
      </div>
    </section>
  );
}

/** « 12 sur la carte, 3 sans position : dans la liste seulement. » */
function placedInWords(layer: MapLayerName, { placed, unplaced }: MapExtent): string {
  const number = (count: number) => count.toLocaleString('fr-FR');
  const what = layer === 'partners' ? (placed > 1 ? 'partenaires' : 'partenaire') : placed > 1 ? 'offres' : 'offre';
  return `${placed === 0 ? 'Rien' : `${number(placed)} ${what}`} sur la carte${unplaced > 0 ? `, ${number(unplaced)} sans position connue : dans la liste seulement` : ''}.`;
}
