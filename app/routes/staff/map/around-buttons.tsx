import { useState } from 'react';
import { Button } from '~/ui/button';

type AroundButtonsProps = { isReady: boolean; isDrawing: boolean; onDraw: (byKeyboard: boolean) => void; onHere: (latitude: number, longitude: number) => void };

/** To look around a place of the map: a circle drawn by hand (with the keyboard, around its middle), or where one is. */
export function AroundButtons({ isReady, isDrawing, onDraw, onHere }: AroundButtonsProps) {
  const [told, setTold] = useState('');
  const locate = () => {
    setTold('Votre position arrive…');
    if (!('geolocation' in navigator)) return setTold('Ce navigateur ne donne pas la position.');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setTold('');
        // To a kilometre: the address of the page is kept and passed on.
        onHere(Math.round(coords.latitude * 100) / 100, Math.round(coords.longitude * 100) / 100);
      },
      () => setTold('La position n’a pas été donnée : choisissez une commune dans « Autour de… ».'),
      { timeout: 10_000, maximumAge: 600_000 },
    );
  };
  return (
    <>
      <Button type="button" size="small" disabled={!isReady} aria-pressed={isDrawing} onClick={(event) => onDraw(event.detail === 0)}>
        {isDrawing ? 'Tracez sur la carte' : 'Tracer un cercle'}
      </Button>
      <Button type="button" size="small" disabled={!isReady} onClick={locate}>Autour de moi</Button>
      <span role="status" className="muted">{told}</span>
    </>
  );
}
