import { Link } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MapLayerName } from '~/domain/map/map-layers';
import type { ThingHere, WhatsHere } from '~/domain/map/whats-here.server';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Chip } from '~/ui/chip';
import { Icon } from '~/ui/icon';
import { LinkButton } from '~/ui/link-button';
import type { Bounds } from '~/ui/map/map-data';
import { MarkSample } from '~/ui/map/mark-sample';
import { offerMarks, partnerMarks } from './map-marks';

export type Opened = { layer: MapLayerName; box: Bounds; /** One of several that stand there. */ id?: string };
type HereCardProps = { opened: Opened; query: string; mayNote: boolean; onClose: () => void; onFound: (layer: MapLayerName, box: Bounds, things: readonly ThingHere[], card: DOMRect) => void; /** One of them, or all of them again. */ onChoose: (id?: string) => void };

/** What stands at a place of the map, and what can be done with it. Takes the focus, and gives it back. */
export function HereCard({ opened: { layer, box, id }, query, mayNote, onClose, onFound, onChoose }: HereCardProps) {
  const [found, setFound] = useState<WhatsHere | null | 'failed'>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let left = false;
    const params = new URLSearchParams(query);
    params.set('boite', [box.west, box.south, box.east, box.north].join(','));
    fetch(`${paths.mapHere(layer)}?${params}`)
      .then(async (answer): Promise<WhatsHere | 'failed'> => (answer.ok ? ((await answer.json()) as WhatsHere) : 'failed'))
      .catch(() => 'failed' as const)
      .then((answer) => !left && setFound(answer));
    return () => {
      left = true;
    };
  }, [layer, query, box]);
  useEffect(() => {
    card.current?.focus();
  }, [id]);
  useEffect(() => {
    if (found && found !== 'failed' && card.current) onFound(layer, box, found.things, card.current.getBoundingClientRect());
  }, [found, layer, box, onFound]);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const all = found && found !== 'failed' ? found : { things: [], total: 0 };
  const one = all.things.find((thing) => thing.id === id);
  const { things, total } = one ? { things: [one], total: 1 } : all;
  const title = total > 1 ? (layer === 'partners' ? `${total} partenaires ici` : `${total} offres ici`) : (things[0]?.name ?? 'À cet endroit');
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from anywhere inside
    <div ref={card} role="dialog" aria-label={title} tabIndex={-1} className="here-card" onKeyDown={closeByKey}>
      <button type="button" className="here-close" onClick={onClose}>
        <Icon name="close" label="Fermer" />
      </button>
      {found === null && <p className="muted">Un instant…</p>}
      {found === 'failed' && <p>Cet endroit n’a pas pu être lu. Fermez, puis réessayez.</p>}
      {found !== null && found !== 'failed' && total === 0 && <p>Il n’y a plus rien ici.</p>}
      {total > 1 && <h2>{title}</h2>}
      {one && <button type="button" className="here-back" onClick={() => onChoose()}><Icon name="back" size={16} />{layer === 'partners' ? `Les ${all.total} partenaires d’ici` : `Les ${all.total} offres d’ici`}</button>}
      {total === 1 && things[0] && <OneThing layer={layer} thing={things[0]} mayNote={mayNote} />}
      {total > 1 && (
        <ul className="here-list">
          {things.map((thing) => (
            <li key={thing.id}>
              <MarkSample mark={markOf(layer, thing)} size={20} />
              <span>
                <Link to={layer === 'partners' ? paths.partner(thing.id) : paths.offer(thing.id)}>{thing.name}</Link>
                <span className="muted"> {detailOf(layer, thing)}</span>
              </span>
            </li>
          ))}
          {total > things.length && <li className="muted">et {total - things.length} autres, dans la liste</li>}
        </ul>
      )}
      {things[0] && things[0].precision !== 'exact' && <p className="here-about">{things[0].precision === 'street' ? 'Placé d’après son adresse, au numéro ou dans la rue.' : 'Placé au centre de la commune : l’adresse n’est pas située.'}</p>}
    </div>
  );
}

const markOf = (layer: MapLayerName, { mark = '' }: ThingHere) => (layer === 'partners' ? (partnerMarks[mark] ?? partnerMarks['']!) : offerMarks[mark]!);

const detailOf = (layer: MapLayerName, { kinds = [], holder, kind }: ThingHere) => (layer === 'partners' ? kinds.join(', ') : [kind && offerKinds[kind].label, holder].filter(Boolean).join(' · '));

function OneThing({ layer, thing, mayNote }: { layer: MapLayerName; thing: ThingHere; mayNote: boolean }) {
  const { id, name, commune, stage, phone, closesOn } = thing;
  return (
    <>
      <h2>
        <MarkSample mark={markOf(layer, thing)} />
        {name}
      </h2>
      <p className="muted">{[detailOf(layer, thing), commune].filter(Boolean).join(' · ')}</p>
      {stage && <p><Chip tone={stages[stage].tone}>{stages[stage].label}</Chip></p>}
      {closesOn && <p>Jusqu’au {dayOf(new Date(`${closesOn}T12:00:00Z`))}</p>}
      <div className="here-actions">
        {layer === 'offers' ? (
          <LinkButton to={paths.offer(id)} variant="main" size="small" icon="offer">Ouvrir l’offre</LinkButton>
        ) : (
          <>
            <LinkButton to={paths.partner(id)} variant="main" size="small" icon="partner">Ouvrir</LinkButton>
            {phone && <a className="button" data-size="small" href={`tel:${phone}`}><Icon name="phone" />Appeler</a>}
            {mayNote && <LinkButton to={paths.partnerExchangeNew(id)} size="small" icon="message">Noter un échange</LinkButton>}
            <LinkButton to={paths.partnerOffers(id)} size="small" icon="offer">Offres</LinkButton>
          </>
        )}
      </div>
    </>
  );
}
