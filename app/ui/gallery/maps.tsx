import type { MapPlace, MapPoint } from '~/ui/map/map-data';
import { MapView } from '~/ui/map-view';
import { Section, Specimen } from './section';

const places: readonly MapPlace[] = [
  { name: 'Tarbes', lon: 0.078, lat: 43.233, population: 42_000 },
  { name: 'Lourdes', lon: -0.047, lat: 43.094, population: 13_000 },
  { name: 'Bagnères-de-Bigorre', lon: 0.149, lat: 43.065, population: 7_000 },
  { name: 'Lannemezan', lon: 0.384, lat: 43.125, population: 5_800 },
  { name: 'Aureilhan', lon: 0.098, lat: 43.244, population: 8_000 },
  { name: 'Trie-sur-Baïse', lon: 0.371, lat: 43.322, population: 1_000 },
];

const here: readonly MapPoint[] = [{ id: 'lafitte', lon: 0.082, lat: 43.236, label: 'Garage Lafitte', tone: 'ok' }];

const many: readonly MapPoint[] = Array.from({ length: 60 }, (_, index) => ({
  id: `point-${index}`,
  lon: 0.08 + Math.cos(index * 2.4) * 0.006 * index,
  lat: 43.2 + Math.sin(index * 2.4) * 0.004 * index,
  label: `Partenaire ${index + 1}`,
  tone: (['ok', 'wait', 'sleep', 'stop', 'neutral'] as const)[index % 5],
}));

export function MapSpecimens() {
  return (
    <Section title="Cartes" text="Dessinées sans réseau. La liste dit la même chose au clavier et sans image.">
      <div className="grid gap-6 md:grid-cols-2">
        <Specimen name="Un lieu, au centre de sa commune">
          <MapView
            label="Garage Lafitte, à Tarbes"
            center={[0.082, 43.236]}
            zoom={10.5}
            points={here}
            places={places}
            precision="commune"
            height="small"
          />
        </Specimen>
        <Specimen name="Beaucoup de lieux">
          <MapView
            label="60 partenaires autour de Tarbes"
            center={[0.15, 43.18]}
            zoom={8.6}
            points={many}
            places={places}
            height="medium"
          />
        </Specimen>
      </div>
    </Section>
  );
}
