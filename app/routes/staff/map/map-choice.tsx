import { Link } from '@remix-run/react';
import { Icon } from '~/ui/icon';

type MapChoiceProps = { isOn: boolean; /** The address of the list alone, and with its map. */ listTo: string; mapTo: string };

/** The list, or the list and its map; on a telephone one or the other. */
export function MapSwitch({ isOn, listTo, mapTo }: MapChoiceProps) {
  return (
    <nav className="view-switch" aria-label="Présentation">
      <Link to={listTo} aria-current={isOn ? undefined : 'true'} preventScrollReset>
        <Icon name="list" />
        Liste
      </Link>
      <Link to={mapTo} aria-current={isOn ? 'true' : undefined} preventScrollReset>
        <Icon name="map" />
        <span className="max-[68.7em]:hidden">Liste et carte</span>
        <span className="min-[68.75em]:hidden">Carte</span>
      </Link>
    </nav>
  );
}
