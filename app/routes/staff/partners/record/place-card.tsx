import type { PartnerOverview } from '~/domain/partner/partner.queries.server';
import { loadTiles } from '~/routes/staff/map/read-points';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { MapView } from '~/ui/map-view';

type PlaceCardProps = { name: string; commune: string | null; overview: PartnerOverview; /** Where the point is put right, for who may. */ correctTo: string | null };

/** Near enough to tell one quarter from another, wide enough for the name of a commune or two. */
const zooms = { exact: 12, street: 12, commune: 10.5, departement: 8 } as const;

/** Where it is, how surely, and what surrounds it. */
export function PlaceCard({ name, commune, overview, correctTo }: PlaceCardProps) {
  const along = useAlong();
  const { latitude, longitude, placePrecision, places } = overview;
  const correct = correctTo && <LinkButton to={along(correctTo)} size="small" icon="pin">{latitude === null ? 'Indiquer la position' : 'Corriger la position'}</LinkButton>;
  if (latitude === null || longitude === null) {
    return (
      <Card title="Situation" action={correct}>
        <p className="muted">{commune ? `À ${commune}. Le centre de cette commune n’est pas encore connu : indiquez la position en modifiant la fiche.` : 'Aucune adresse : indiquez-la en modifiant la fiche.'}</p>
      </Card>
    );
  }
  const precision = placePrecision ?? 'commune';
  return (
    <Card title="Situation" action={correct}>
      <MapView
        label={`${name}${commune ? `, à ${commune}` : ''}`}
        center={[longitude, latitude]}
        zoom={zooms[precision]}
        points={[{ id: 'partner', lon: longitude, lat: latitude, label: name, tone: 'ok' }]}
        places={places}
        precision={precision}
        height="small"
        ground={loadTiles}
      />
      {precision === 'exact' && overview.factSources.latitude?.source === 'agency' && <p className="field-hint">Position corrigée à la main.</p>}
    </Card>
  );
}
