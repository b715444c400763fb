import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formChoices } from '~/domain/agreement/agreement.queries.server';
import { addNationalAgreement } from '~/domain/national-agreement/add-national-agreement.server';
import { editNationalAgreement } from '~/domain/national-agreement/edit-national-agreement.server';
import { endNationalAgreement, resumeNationalAgreement } from '~/domain/national-agreement/end-national-agreement.server';
import { addNationalAgreementSchema, editNationalAgreementSchema, nationalAgreementIdSchema } from '~/domain/national-agreement/national-agreement.schema';
import { allNationalAgreements } from '~/domain/national-agreement/national-agreements.queries.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { NationalAgreementForm } from '~/routes/staff/national-agreements/national-agreement-form';
import { KeptNationalAgreement } from '~/routes/staff/national-agreements/kept-national-agreement';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Accords nationaux · Maillage' }];

export const loader = page('nationalAgreement.write', async (ctx) => ({ agreements: await allNationalAgreements(ctx), forms: await formChoices(ctx), today: parisDay(ctx.now) }));

const done = (text: string) => redirectWith(paths.nationalAgreements(), { kind: 'ok', text });

export const action = commands({
  add: command('nationalAgreement.write', addNationalAgreementSchema, async (ctx, input) => {
    const { carrier } = await addNationalAgreement(ctx, input);
    return done(`L’accord est noté. ${carrier} et ses établissements le portent dès maintenant sur leur fiche.`);
  }),
  edit: command('nationalAgreement.write', editNationalAgreementSchema, async (ctx, input) => {
    await editNationalAgreement(ctx, input);
    return done(`${inGuillemets(input.title)} est enregistré.`);
  }),
  end: command('nationalAgreement.write', nationalAgreementIdSchema, async (ctx, which) => {
    await endNationalAgreement(ctx, which);
    return done('L’accord prend fin aujourd’hui. Il peut être repris.');
  }),
  resume: command('nationalAgreement.write', nationalAgreementIdSchema, async (ctx, which) => {
    await resumeNationalAgreement(ctx, which);
    return done('L’accord est repris.');
  }),
});

export default function NationalAgreements() {
  const { agreements, forms, today } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page title="Accords nationaux" meta={['Signés par un groupe pour tout le réseau : chaque établissement du groupe les montre sur sa fiche.']}>
      <Columns aside={<Card title="Noter un accord"><NationalAgreementForm key={agreements.length} forms={forms} failure={failureOf(failure, 'add')} /></Card>}>
        {agreements.length === 0 && <EmptyState icon="document" title="Aucun accord national pour l’instant" text="Notez le premier avec le SIRET du siège du groupe : toutes les Missions Locales le liront." />}
        {agreements.map((agreement) => (
          <KeptNationalAgreement key={`${agreement.id}${agreement.version}`} {...{ agreement, forms, today }} failure={failure?.values.agreementId === agreement.id ? failure : undefined} />
        ))}
      </Columns>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
