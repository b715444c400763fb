import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { permissionsOf } from '~/access/permissions';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { removeFile } from '~/domain/agreement/agreement-file.server';
import { addAgreementParty, removeAgreementParty } from '~/domain/agreement/agreement-party.server';
import { agreementVerbs, personVerbs } from '~/domain/agreement/agreement.lifecycle';
import { agreementsOfPartner, formChoices } from '~/domain/agreement/agreement.queries.server';
import { addAgreementSchema, addPartySchema, agreementIdSchema, editAgreementSchema, moveAgreementSchema, removeFileSchema, removePartySchema } from '~/domain/agreement/agreement.schema';
import { deleteAgreement } from '~/domain/agreement/delete-agreement.server';
import { editAgreement } from '~/domain/agreement/edit-agreement.server';
import { moveAgreement } from '~/domain/agreement/move-agreement.server';
import { renewAgreement } from '~/domain/agreement/renew-agreement.server';
import { nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { knownId, partnershipOf } from '~/domain/partnership/partnership-of.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { AgreementCard } from '~/routes/staff/partners/agreements/agreement-card';
import { AgreementForm } from '~/routes/staff/partners/agreements/agreement-form';
import { HeldNationalAgreement } from '~/routes/staff/partners/agreements/held-national-agreement';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';

export const loader = page('agreement.read', async (ctx, { params }) => {
  const { id } = await partnershipOf(ctx, params.partnerId);
  const mayWrite = actorMay(ctx.actor, 'agreement.write');
  return { national: await nationalAgreementsOf(ctx, id), agreements: await agreementsOfPartner(ctx, id), forms: mayWrite ? await formChoices(ctx) : [], mayWrite, permissions: permissionsOf(ctx.actor.role), today: parisDay(ctx.now), agency: ctx.actor.placeName };
});

const told = (partnershipId: string, text: string, undo?: string) =>
  redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text, ...(undo ? { action: { label: 'Annuler', to: undo } } : {}) });

const moves = Object.fromEntries(
  personVerbs.map((verb) => [
    verb,
    command(agreementVerbs[verb].permission, moveAgreementSchema, async (ctx, { agreementId }, { params }) => {
      const partnershipId = knownId(params.partnerId);
      await moveAgreement(ctx, { partnershipId, agreementId, verb });
      return told(partnershipId, `La convention ${agreementVerbs[verb].done}.`);
    }),
  ]),
);

export const action = keepingWalk(commands({
  ...moves,
  add: command('agreement.write', addAgreementSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await addAgreement(ctx, { ...input, partnershipId });
    return told(partnershipId, 'La convention est notée.');
  }),
  edit: command('agreement.write', editAgreementSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await editAgreement(ctx, { ...input, partnershipId });
    return told(partnershipId, 'La convention est enregistrée.');
  }),
  renew: command('agreement.write', agreementIdSchema, async (ctx, { agreementId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const next = await renewAgreement(ctx, { partnershipId, agreementId });
    return told(partnershipId, 'La suivante est prête, dates déplacées : relisez-la.', paths.partnerAgreementDelete(partnershipId, next.agreementId));
  }),
  delete: command('agreement.write', agreementIdSchema, async (ctx, { agreementId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { title } = await deleteAgreement(ctx, { partnershipId, agreementId });
    return told(partnershipId, `${inGuillemets(title)} est supprimée.`, paths.partnerAgreementRestore(partnershipId, agreementId));
  }),
  addParty: command('agreement.write', addPartySchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { name } = await addAgreementParty(ctx, { ...input, partnershipId });
    return told(partnershipId, `${name} signe aussi cette convention.`);
  }),
  removeParty: command('agreement.write', removePartySchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await removeAgreementParty(ctx, { ...input, partnershipId });
    return told(partnershipId, 'Ce partenaire ne signe plus cette convention.');
  }),
  removeFile: command('agreement.write', removeFileSchema, async (ctx, { agreementId, fileId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { name } = await removeFile(ctx, { partnershipId, agreementId, fileId });
    return told(partnershipId, `${inGuillemets(name)} est retiré.`, paths.partnerAgreementFile(partnershipId, agreementId, fileId));
  }),
}));

export default function PartnerAgreements() {
  const { national, agreements, forms, mayWrite, permissions, today, agency } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Columns aside={mayWrite && <Card title="Noter une convention"><AgreementForm key={agreements.length} forms={forms} failure={failureOf(failure, 'add')} /></Card>}>
      {national.map((agreement) => <HeldNationalAgreement key={agreement.id} agreement={agreement} today={today} />)}
      {agreements.length === 0 && <EmptyState icon="document" title="Pas de convention pour l’instant" text="Signée ou en préparation, notez-la ici avec son fichier : un rappel vous préviendra avant sa fin." />}
      {agreements.map((agreement) => (
        <AgreementCard
          key={`${agreement.id}${agreement.link}${agreement.version}`}
          {...{ agreement, forms, permissions, today, agency }}
          mayWrite={mayWrite && agreement.link === 'own'}
          failure={failure?.values.agreementId === agreement.id ? failure : undefined}
        />
      ))}
    </Columns>
  );
}
