import { useLoaderData } from '@remix-run/react';
import { roles } from '~/access/permissions';
import { changeRoleSchema } from '~/domain/account/account.schema';
import { changeRole } from '~/domain/account/change-role.server';
import { reopenMembership } from '~/domain/account/reopen-membership.server';
import { resendInvitation } from '~/domain/account/resend-invitation.server';
import { closeAccess, closeAccessSchema, handOverLeftovers } from '~/domain/agency/close-access.server';
import { holdsSomething } from '~/domain/agency/held';
import { heldBy, possibleSuccessors } from '~/domain/agency/handover.server';
import { getMember } from '~/domain/agency/list-members.server';
import { openSites } from '~/domain/agency/list-sites.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { CloseAccessForm, LeftoversForm } from '~/routes/staff/settings/parts/close-access-form';
import { InvitationWaits, ReopenForm, RoleForm } from '~/routes/staff/settings/parts/member-forms';
import { MemberChip, seenWords } from '~/routes/staff/settings/parts/member-words';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Card } from '~/ui/card';
import { DescriptionList } from '~/ui/description-list';
import { LinkButton } from '~/ui/link-button';

export const loader = page('user.manage', async (ctx, { params }) => {
  const member = await getMember(ctx, z.uuid().catch(crypto.randomUUID()).parse(params.membershipId));
  const [held, successors, sites] = [await heldBy(ctx, member.userId), await possibleSuccessors(ctx, member.userId), await openSites(ctx)];
  return { member, held, successors, sites, now: ctx.now, isSelf: member.userId === ctx.actor.userId };
});

const oneMember = z.object({ membershipId: z.uuid() });
const done = (membershipId: string, text: string) => redirectWith(paths.settingsUser(membershipId), { kind: 'ok', text });

export const action = commands({
  role: command('user.manage', changeRoleSchema, async (ctx, input) => {
    await changeRole(ctx, input);
    return done(input.membershipId, 'Le rôle et le site sont enregistrés. Ils comptent dès sa prochaine page.');
  }),
  resend: command('user.manage', oneMember, async (ctx, input) => {
    await resendInvitation(ctx, input);
    return done(input.membershipId, 'Une nouvelle invitation part. Le lien précédent ne sert plus.');
  }),
  leftovers: command('user.manage', closeAccessSchema, async (ctx, input) => {
    const { handoverId } = await handOverLeftovers(ctx, input);
    return handoverId ? redirectWith(paths.handover(handoverId), { kind: 'ok', text: 'C’est confié.' }) : done(input.membershipId, 'Il ne restait rien à confier.');
  }),
  close: command('user.manage', closeAccessSchema, async (ctx, input) => {
    const { handed, handoverId } = await closeAccess(ctx, input);
    const what = handed === 0 ? '' : input.successorId ? ` ${handed} partenaire${handed > 1 ? 's ont' : ' a'} changé de personne référente.` : ` ${handed} partenaire${handed > 1 ? 's restent' : ' reste'} sans personne référente.`;
    const text = `L’accès est fermé.${what}`;
    return handoverId ? redirectWith(paths.handover(handoverId), { kind: 'ok', text }) : done(input.membershipId, text);
  }),
  reopen: command('user.manage', oneMember, async (ctx, input) => {
    await reopenMembership(ctx, input);
    return done(input.membershipId, 'L’accès est rouvert, avec le même rôle.');
  }),
});

export default function UserSettings() {
  const { member, held, successors, sites, now, isSelf } = useLoaderData<typeof loader>();
  const { firstName, lastName, email, role, site, state } = member;
  return (
    <>
      <Breadcrumb items={[{ label: 'Comptes', to: paths.settingsUsers() }]} />
      <Card title={`${firstName} ${lastName}`} action={<MemberChip state={state} />}>
        <DescriptionList
          items={[
            { term: 'Courriel', detail: email },
            { term: 'Rôle', detail: roles[role] },
            { term: 'Site', detail: site ?? 'Sans site' },
            { term: 'Dernière visite', detail: seenWords(member.lastSeenAt, now) },
          ]}
        />
        {state === 'invited' && <InvitationWaits membershipId={member.membershipId} />}
      </Card>
      {state === 'closed' ? (
        <>
          {holdsSomething(held) && (
            <Card title="Ce qui reste à confier">
              <LeftoversForm member={member} held={held} successors={successors} />
            </Card>
          )}
          <Card title="Rouvrir l’accès">
            <ReopenForm membershipId={member.membershipId} />
          </Card>
        </>
      ) : (
        <>
          <Card title="Rôle et site">
            <RoleForm key={member.version} member={member} sites={sites} />
          </Card>
          {held.total > 0 && (
            <Card title="Portefeuille" action={<LinkButton to={paths.handoverNew(member.userId)} icon="users">Transmettre son portefeuille</LinkButton>}>
              <p className="muted">En entier ou par territoire, avec un bilan : {firstName} garde son accès.</p>
            </Card>
          )}
          <Card title="Fermer l’accès">
            {isSelf ? (
              <p className="muted">C’est votre propre accès. Une autre personne qui administre l’agence peut le fermer.</p>
            ) : (
              <CloseAccessForm member={member} held={held} successors={successors} />
            )}
          </Card>
        </>
      )}
    </>
  );
}
