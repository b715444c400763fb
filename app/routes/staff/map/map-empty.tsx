import type { MapExtent } from '~/domain/map/map-cells';
import type { MapLayerName } from '~/domain/map/map-layers';
import { Button } from '~/ui/button';

type MapEmptyProps = { layer: MapLayerName; isAll: boolean; /** Undefined until it is read, null when it could not be. */ extent: MapExtent | null | undefined; /** Nothing is drawn in the part that is shown. */ isBlank: boolean; onBack: () => void };

/** Why nothing is on the map, over it. A moment late: what is being read is not nothing. */
export function MapEmpty({ layer, isAll, extent, isBlank, onBack }: MapEmptyProps) {
  const isPartners = layer === 'partners';
  if (extent === undefined || !isBlank || (isAll && extent?.placed === 0)) return null;
  return (
    <div className="map-empty">
      {extent === null && <p>Les {isPartners ? 'partenaires' : 'offres'} n’ont pas pu être lus pour la carte. Rechargez la page ; la liste les a.</p>}
      {extent && extent.placed > 0 && (
        <>
          <p>Rien dans cette partie de la carte.</p>
          <Button type="button" size="small" onClick={onBack}>Tous les résultats</Button>
        </>
      )}
      {extent && extent.placed === 0 && (
        <p>
          {extent.unplaced === 0 && (isPartners ? 'Aucun partenaire ne correspond à ces filtres.' : 'Aucune offre ne correspond à ces filtres.')}
          {extent.unplaced === 1 && (isPartners ? 'Un partenaire correspond, sans position connue : il est dans la liste.' : 'Une offre correspond, sans lieu connu : elle est dans la liste.')}
          {extent.unplaced > 1 && (isPartners ? `${extent.unplaced.toLocaleString('fr-FR')} partenaires correspondent, sans position connue : ils sont dans la liste.` : `${extent.unplaced.toLocaleString('fr-FR')} offres correspondent, sans lieu connu : elles sont dans la liste.`)}
        </p>
      )}
    </div>
  );
}
