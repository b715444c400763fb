import type { MetaFunction } from '@remix-run/node';
import { Outlet, useActionData, useLoaderData } from '@remix-run/react';
import { permissionsOf, type Permission } from '~/access/permissions';
import { doublesOfPartner } from '~/domain/duplicate/list-duplicates.server';
import { contactGuard } from '~/domain/exchange/contact-guard.server';
import { formatSiret } from '~/domain/organisation/siret';
import { youthLabel } from '~/domain/organisation/youth-label';
import { colleagueChoices, endReasonChoices } from '~/domain/partner/choices.queries.server';
import { headcountLabel } from '~/domain/partner/headcount';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { phoneLink } from '~/domain/partner/phone-link';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { stages, verbNames, verbs, type Verb } from '~/domain/partnership/partnership.lifecycle';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { assignOfficerSchema, movePartnershipSchema, sortPartnershipSchema } from '~/domain/partnership/partnership.schema';
import { setKinds } from '~/domain/partnership/set-kinds.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { stepThrough } from '~/domain/saved-list/step-through.server';
import { sinceOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { ActionMenu, MenuLink } from '~/ui/action-menu';
import { Chip, Chips } from '~/ui/chip';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { GuardNotice } from '~/routes/staff/partners/exchange/guard-notice';
import { NoteExchangeButton } from '~/routes/staff/partners/exchange/note-exchange-button';
import { rankIn, savedListIn, standIn } from '~/routes/staff/partners/list/list-address';
import { BesideNetworkNotice } from '~/routes/staff/partners/record/beside-network-notice';
import { DoubleNotice } from '~/routes/staff/partners/record/double-notice';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { ListWalk } from '~/routes/staff/partners/record/list-walk';
import { OfficerMenu } from '~/routes/staff/partners/record/officer-menu';
import { PartnerGlance } from '~/routes/staff/partners/record/partner-glance';
import { StageMenu } from '~/routes/staff/partners/record/stage-menu';
import { useAlong } from '~/routes/staff/partners/record/use-along';

export const loader = page('partner.read', async (ctx, { params, url }) => {
  const partner = await getPartner(ctx, params.partnerId);
  const permissions = partner.isOurs ? permissionsOf(ctx.actor.role) : (['partner.read'] satisfies Permission[]);
  return {
    partner,
    mainPhone: partner.mainContact?.phone ? phoneLink(partner.mainContact.phone) : null,
    siret: partner.siret ? formatSiret(partner.siret) : null,
    permissions,
    colleagues: permissions.includes('partnership.assign') ? await colleagueChoices(ctx) : [],
    endReasons: permissions.includes('partnership.move') ? await endReasonChoices(ctx) : [],
    guard: permissions.includes('exchange.read') ? await contactGuard(ctx, partner.partnershipId) : null,
    doubles: permissions.includes('duplicate.read') ? await doublesOfPartner(ctx, partner.partnershipId) : [],
    list: url.searchParams.get('liste') ?? '',
    walk: url.searchParams.has('liste') ? await stepThrough(ctx, { partnershipId: partner.partnershipId, address: url.searchParams.get('liste') ?? '', known: rankIn(url.searchParams), listId: savedListIn(url.searchParams), began: standIn(url.searchParams) }) : null,
    savedListId: savedListIn(url.searchParams),
    now: ctx.now,
  };
});

const move = (verb: Verb) =>
  command(verbs[verb].permission, movePartnershipSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { stillOpen } = await movePartnership(ctx, { ...input, partnershipId, verb });
    return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: `Le partenariat ${verbs[verb].done}.${stillOpen && ` Ce qui reste ouvert le reste : ${stillOpen}.`}` });
  });

export const action = keepingWalk(commands({
  ...(Object.fromEntries(verbNames.map((verb) => [verb, move(verb)])) as Record<Verb, ReturnType<typeof move>>),
  assign: command('partnership.assign', assignOfficerSchema, async (ctx, { officerId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await assignOfficer(ctx, { partnershipId, officerId });
    return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: officerId ? 'La personne référente est choisie.' : 'Ce partenaire n’a plus de personne référente.' });
  }),
  sort: command('partnership.sort', sortPartnershipSchema, async (ctx, { themes, tagIds, kindIds }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await setThemes(ctx, { partnershipId, themes });
    await setTags(ctx, { partnershipId, tagIds });
    await setKinds(ctx, { partnershipId, kindIds });
    return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: 'Thématiques, typologies et étiquettes enregistrées.' });
  }),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.partner.name ?? 'Partenaire'} – Maillage` }];

export default function PartnerRecord() {
  const { partner, mainPhone, siret, permissions, colleagues, endReasons, guard, doubles, list, walk, savedListId, now } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const may = (permission: Permission) => (permissions as readonly Permission[]).includes(permission);
  const own = paths.partner(partner.partnershipId);
  // A list that one works through goes along from tab to tab.
  const along = useAlong();
  const tabs = [
    { to: own, label: 'Vue d’ensemble', end: true },
    ...(may('exchange.read') ? [{ to: paths.partnerExchanges(partner.partnershipId), label: 'Échanges', count: partner.exchangeCount }] : []),
    ...(may('contact.read') ? [{ to: paths.partnerContacts(partner.partnershipId), label: 'Interlocuteurs', count: partner.contactCount }] : []),
    { to: paths.partnerEngagements(partner.partnershipId), label: 'Engagements' },
    ...(may('offer.write') ? [{ to: paths.partnerOffers(partner.partnershipId), label: 'Offres', count: partner.offerCount }] : []),
    ...(may('agreement.read') ? [{ to: paths.partnerAgreements(partner.partnershipId), label: 'Conventions', count: partner.agreementCount }] : []),
    ...(may('patronage.read') ? [{ to: paths.partnerPatronage(partner.partnershipId), label: 'Mécénat', count: partner.giftCount }] : []),
    ...(may('history.read') ? [{ to: paths.partnerHistory(partner.partnershipId), label: 'Historique' }] : []),
  ];
  return (
    <Page
      title={partner.name}
      breadcrumb={[{ label: 'Partenaires', to: list ? `${paths.partners()}?${list}` : paths.partners() }, ...(partner.isOurs ? [] : [{ label: partner.agency }])]}
      meta={identityOf(partner, siret)}
      actions={
        <>
          {may('exchange.write') && <NoteExchangeButton partnershipId={partner.partnershipId} />}
          <StageMenu key={`${partner.stage}${partner.stageSince.getTime()}`} action={along(own)} stage={partner.stage} permissions={permissions} endReasons={endReasons} failure={failure} />
          {may('partnership.assign') && <OfficerMenu key={partner.officer?.id ?? 'nobody'} action={along(own)} officerId={partner.officer?.id ?? null} colleagues={colleagues} failure={failure} />}
          {may('contact.read') && <LinkButton to={paths.partnerPrint(partner.partnershipId)} icon="print">Imprimer</LinkButton>}
          {may('partner.edit') && <LinkButton to={along(paths.partnerEdit(partner.partnershipId))} icon="edit">Modifier</LinkButton>}
          {may('partner.merge') && <ActionMenu label="Autres actions" iconOnly><MenuLink to={paths.partnerMerge(partner.partnershipId)} icon="merge">Fusionner avec une autre fiche</MenuLink></ActionMenu>}
        </>
      }
    >
      {walk && (savedListId || walk.total > 1 || !walk.isIn) && <ListWalk walk={walk} partnerId={partner.partnershipId} savedListId={savedListId} />}
      <div className="mb-4">
        <Chips>
          <Chip tone={stages[partner.stage].tone}>{stages[partner.stage].label} {sinceOf(partner.stageSince, now)}</Chip>
          {partner.endReason && <Chip>{partner.endReason}</Chip>}
          {partner.hasYouthLabel && <Chip tone="ok">{youthLabel}</Chip>}
          {partner.isCovered && <Chip tone="ok">Accord national</Chip>}
          {partner.closedOn && <Chip tone="stop">Établissement fermé</Chip>}
          {partner.patronYear && <Chip tone="wait">Mécène {partner.patronYear}</Chip>}
          {partner.themes.map(({ code, label }) => <Chip key={code} tone="theme">{label}</Chip>)}
        </Chips>
      </div>
      {guard && <GuardNotice guard={guard} />}
      {partner.isBesideNetwork && partner.isOurs && <BesideNetworkNotice mayMerge={may('partner.merge')} />}
      <DoubleNotice partnershipId={partner.partnershipId} doubles={doubles} maySettle={may('duplicate.settle')} />
      <PartnerGlance partner={partner} mainPhone={mainPhone} now={now} mayReadContacts={may('contact.read')} mayReadExchanges={may('exchange.read')} />
      <Tabs items={tabs.map((tab) => ({ ...tab, to: along(tab.to) }))} label="Rubriques de la fiche" />
      <Outlet />
    </Page>
  );
}

type Head = ReturnType<typeof useLoaderData<typeof loader>>['partner'];

/** Kind and size; address; SIRET. */
function identityOf(partner: Head, siret: string | null) {
  const names = [partner.brandName, partner.acronym].filter((name) => name && name !== partner.name).join(', ');
  const others = partner.otherKinds.map(({ label }) => label);
  const kind = (partner.kind === 'Autre' && others.length > 0 ? others : [partner.kind, ...others]).join(', ');
  const size = partner.headcountBand ? headcountLabel(partner.headcountBand) : null;
  const town = [[partner.postcode, partner.commune].filter(Boolean).join(' '), partner.cedex].filter(Boolean).join(' ');
  const address = [partner.addressLine, partner.addressExtra, town].filter(Boolean).join(', ');
  return [names, [kind, size].filter(Boolean).join(' · '), address, siret && `SIRET ${siret}`].filter(Boolean);
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
