import type { PartnerOverview } from '~/domain/partner/partner.queries.server';
import { Card } from '~/ui/card';
import { MapView } from '~/ui/map-view';

type PlaceCardProps = { name: string; commune: string | null; overview: PartnerOverview };

const zooms = { exact: 13, street: 12.5, commune: 10.5, departement: 8 } as const;

/** Where it is, how surely, and what surrounds it. */
export function PlaceCard({ name, commune, overview }: PlaceCardProps) {
  const { latitude, longitude, placePrecision, places } = overview;
  if (latitude === null || longitude === null) {
    return (
      <Card title="Situation">
        <p className="muted">{commune ? `À ${commune}. Le centre de cette commune n’est pas encore connu : indiquez la position en modifiant la fiche.` : 'Aucune adresse : indiquez-la en modifiant la fiche.'}</p>
      </Card>
    );
  }
  const precision = placePrecision ?? 'commune';
  return (
    <Card title="Situation">
      <MapView
        label={`${name}${commune ? `, à ${commune}` : ''}`}
        center={[longitude, latitude]}
        zoom={zooms[precision]}
        points={[{ id: 'partner', lon: longitude, lat: latitude, label: name, tone: 'ok' }]}
        places={places}
        precision={precision}
        height="small"
      />
    </Card>
  );
}
