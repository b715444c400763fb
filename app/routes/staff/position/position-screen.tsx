import { Form, Link, useActionData } from '@remix-run/react';
import type { ComponentProps } from 'react';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';
import { DoubtNotice } from './doubt-notice';
import { PlaceForm } from './place-form';
import { precisionSaid } from './precision-said';

type Shown = ComponentProps<typeof PlaceForm>['shown'] & { address: string; isByHand: boolean; doubt: ComponentProps<typeof DoubtNotice>['doubt'] | null };
type PositionScreenProps = { shown: Shown; /** Where the thing is listed, and its own page. */ list: { label: string; to: string }; record: string; /** The others to check, when there are some. */ others: { label: string; to: string } | null };

/** Where a partner or an offer stands on the map, and how to put it right. */
export function PositionScreen({ shown, list, record, others }: PositionScreenProps) {
  const failure = useActionData<Failure>();
  return (
    <Page
      title="Position sur la carte"
      breadcrumb={[list, { label: shown.name, to: record }]}
      meta={[shown.address, shown.isByHand ? 'Corrigée à la main.' : shown.precision ? precisionSaid[shown.precision] : 'Pas encore de position.'].filter(Boolean)}
      actions={shown.isByHand && <Form method="post"><Button type="submit" name="intent" value="oublier" icon="undo">Revenir au centre de la commune</Button></Form>}
    >
      {shown.doubt && <DoubtNotice doubt={shown.doubt} address={shown.address} isShown={shown.start !== null} />}
      {failure?.errors.form && <Flash kind="error">{failure.errors.form}</Flash>}
      <Card>
        <PlaceForm key={JSON.stringify(shown.start)} shown={shown} cancelTo={record} failure={failure} />
      </Card>
      {others && <p className="mt-4"><Link to={others.to}>{others.label}</Link></p>}
    </Page>
  );
}
