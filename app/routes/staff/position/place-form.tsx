import { Form } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { loadTiles } from '~/routes/staff/map/read-points';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import type { MapPlace, Precision } from '~/ui/map/map-data';
import type { PlacePicker } from '~/ui/map/pick-place';
import { TextField } from '~/ui/text-field';

type Placed = { latitude: number | null; longitude: number | null };
type PlaceFormProps = {
  shown: Placed & { name: string; precision: Precision | null; base: { latitude: unknown; longitude: unknown }; places: readonly MapPlace[]; /** Where the mark begins, when it is not where the thing is. */ start: { latitude: number; longitude: number } | null };
  cancelTo: string;
  failure?: Failure;
};

const france = { lat: 46.6, lon: 2.4, zoom: 5 };
const written = (degrees: number) => String(Math.round(degrees * 1e6) / 1e6).replace('.', ',');
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The point of a partner or of an offer, on a map and in figures: one says what the other does. The form works by its figures alone. */
export function PlaceForm({ shown: { name, precision, base, places, ...shown }, cancelTo, failure }: PlaceFormProps) {
  const { latitude, longitude } = shown.start ?? shown;
  const box = useRef<HTMLDivElement>(null);
  const picker = useRef<PlacePicker | null>(null);
  const [typed, setTyped] = useState({
    latitude: failure ? text(failure.values.latitude) : latitude === null ? '' : written(latitude),
    longitude: failure ? text(failure.values.longitude) : longitude === null ? '' : written(longitude),
  });
  const start = useRef({ lat: latitude ?? france.lat, lon: longitude ?? france.lon, zoom: latitude === null ? france.zoom : precision === 'exact' || shown.start ? 15 : 12 });
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    let left = false;
    import('~/ui/map/pick-place').then(
      ({ pickPlace }) => {
        if (left || !box.current) return;
        const { lat, lon, zoom } = start.current;
        picker.current = pickPlace(box.current, {
          place: [lon, lat], zoom, places, ground: loadTiles,
          label: `Repère de ${name} : flèches pour le déplacer, avec Maj de très peu`,
          onPick: ([x, y]) => setTyped({ latitude: written(y), longitude: written(x) }),
        });
        setDrawn(picker.current !== null);
      },
      // The figures are there: a map that cannot be fetched is not an error of the page.
      () => {},
    );
    return () => {
      left = true;
      picker.current?.remove();
      picker.current = null;
    };
  }, [name, places]);

  const type = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    const [lat, lon] = [next.latitude, next.longitude].map((degrees) => Number(degrees.replace(',', '.')));
    if (lat && lon && Math.abs(lat) <= 90 && Math.abs(lon) <= 180) picker.current?.put([lon, lat]);
  };
  const error = failure?.errors.latitude;
  const isSwapped = error?.includes('échangées');
  return (
    <Form method="post">
      <FormStack>
        {failure && <ErrorSummary errors={failure.errors} />}
        <div className="map" data-height="large">
          {!isDrawn && <div className="map-fallback"><p>La carte n’est pas là : écrivez la latitude et la longitude.</p></div>}
          <div ref={box} className="map-canvas" />
        </div>
        <p className="muted">Déplacez le repère, cliquez au bon endroit, ou utilisez les flèches du clavier quand le repère est choisi (avec Maj, de très peu).</p>
        <FormRow>
          <TextField name="latitude" label="Latitude" hint="Comme 43,2327" width="short" inputMode="decimal" autoComplete="off" value={typed.latitude} onChange={({ target }) => type({ latitude: target.value })} error={error} required />
          <TextField name="longitude" label="Longitude" hint="Comme 0,0712" width="short" inputMode="decimal" autoComplete="off" value={typed.longitude} onChange={({ target }) => type({ longitude: target.value })} required />
        </FormRow>
        {isSwapped && <div><Button type="button" size="small" icon="sort" onClick={() => type({ latitude: typed.longitude, longitude: typed.latitude })}>Échanger les deux</Button></div>}
        {error?.includes('cochez') && <CheckboxField name="isSure" value="oui" label="Le point est bien là, loin de la commune" />}
        <input type="hidden" name="baseLatitude" value={text(base.latitude)} />
        <input type="hidden" name="baseLongitude" value={text(base.longitude)} />
        <FormActions>
          <Button type="submit" name="intent" value="corriger" variant="main">Enregistrer cette position</Button>
          <LinkButton to={cancelTo}>Annuler</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
