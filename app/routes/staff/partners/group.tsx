import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attachParent } from '~/domain/group/attach-parent.server';
import { detachParent } from '~/domain/group/detach-parent.server';
import { gather } from '~/domain/group/gather.server';
import { groupPage } from '~/domain/group/group-page.server';
import { attachParentSchema, detachParentSchema, gatherSchema } from '~/domain/group/group.schema';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { CompanyCard } from '~/routes/staff/partners/group/company-card';
import { FamilyTree } from '~/routes/staff/partners/group/family-tree';
import { ParentCard } from '~/routes/staff/partners/group/parent-card';
import { SummaryCard } from '~/routes/staff/partners/group/summary-card';
import { NationalAgreementGlance } from '~/routes/staff/partners/record/national-agreement-glance';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('partner.read', (ctx, { params }) => groupPage(ctx, params.partnerId));

const done = (partnershipId: string, text: string) => redirectWith(paths.partnerGroup(partnershipId), { kind: 'ok', text });

export const action = keepingWalk(commands({
  attach: command('partner.edit', attachParentSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { parentName } = await attachParent(ctx, { ...input, partnershipId });
    return done(partnershipId, `C’est rattaché à ${parentName}.`);
  }),
  detach: command('partner.edit', detachParentSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await detachParent(ctx, { ...input, partnershipId });
    return done(partnershipId, 'C’est détaché. L’historique dit à quoi c’était rattaché.');
  }),
  gather: command('partner.edit', gatherSchema, async (ctx, { partnershipId: otherId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { name, parentName } = await gather(ctx, { partnershipId, otherId });
    return done(partnershipId, `${name} est rattaché à ${parentName}.`);
  }),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Groupe de ${data?.partner.name ?? 'ce partenaire'} – Maillage` }];

export default function PartnerGroup() {
  const along = useAlong();
  const { partner, tree, kin, company, untold, summary, national, edit, mayAdd, today } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page
      title={kin?.isFederation ? 'Fédération et membres' : 'Groupe et établissements'}
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: partner.name, to: along(paths.partner(partner.id)) }]}
      meta={[`Autour de ${partner.name}`]}
      actions={<LinkButton to={along(paths.partner(partner.id))}>Revenir à la fiche</LinkButton>}
    >
      {failure && failure.intent !== 'attach' && <Flash kind="error">{failure.errors.form ?? failure.errors.parent}</Flash>}
      <Columns
        aside={
          <>
            {edit && <ParentCard version={edit.version} parent={kin?.parent ?? null} hangs={edit.parentId !== null} failure={failure?.intent === 'attach' ? failure : undefined} />}
            {tree && <SummaryCard summary={summary} isFederation={tree.isFederation} today={today} />}
            <NationalAgreementGlance agreements={national} />
          </>
        }
      >
        {tree ? (
          <Card title="L’arbre">
            <FamilyTree top={tree} mayAdd={mayAdd} />
            {untold > 0 && <p className="muted mt-3">{untold > 1 ? `${untold} autres établissements ne sont pas montrés` : 'Un autre établissement n’est pas montré'} : la recherche par SIRET les trouve.</p>}
          </Card>
        ) : (
          <EmptyState icon="group" title="Rattaché à rien pour l’instant" text={edit ? 'Dites à quel groupe ou à quelle fédération ce partenaire appartient : ses établissements et les accords du groupe se liront ici.' : 'Aucun groupe ni fédération n’est connu.'} />
        )}
        {company.length > 0 && <CompanyCard company={company} mayEdit={edit !== null} mayAdd={mayAdd} around={kin?.parent?.name ?? partner.name} />}
      </Columns>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
