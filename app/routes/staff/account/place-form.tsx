import { Form } from '@remix-run/react';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';

export type Place = { id: string; place: string; role: string; isCurrent: boolean };

/** The agencies, regions or organisations of one person, and a button to go on from each. */
export function PlaceForm({ places }: { places: readonly Place[] }) {
  return (
    <ul className="grid gap-4">
      {places.map(({ id, place, role, isCurrent }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2">
          <div>
            <b className="block">{place}</b>
            <span className="text-muted">{role}</span>
          </div>
          {isCurrent ? (
            <Chip tone="ok">Vous y êtes</Chip>
          ) : (
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Button size="small" name="intent" value="place">
                Y aller<span className="visually-hidden"> : {place}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
