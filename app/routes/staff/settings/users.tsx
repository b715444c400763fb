import { useLoaderData } from '@remix-run/react';
import { roles } from '~/access/permissions';
import { inviteMemberSchema } from '~/domain/account/account.schema';
import { inviteMember } from '~/domain/account/invite-member.server';
import { listMembers } from '~/domain/agency/list-members.server';
import { openSites } from '~/domain/agency/list-sites.server';
import { paths } from '~/paths';
import { InviteForm } from '~/routes/staff/settings/parts/invite-form';
import { MemberChip, seenWords } from '~/routes/staff/settings/parts/member-words';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';

export const loader = page('user.manage', async (ctx) => ({ members: await listMembers(ctx), sites: await openSites(ctx), now: ctx.now, self: ctx.actor.userId }));

export const action = commands({
  invite: command('user.manage', inviteMemberSchema, async (ctx, input) => {
    await inviteMember(ctx, input);
    return redirectWith(paths.settingsUsers(), { kind: 'ok', text: `L’invitation part à ${input.email}. Le lien sert une fois, pendant 7 jours.` });
  }),
});

export default function Users() {
  const { members, sites, now, self } = useLoaderData<typeof loader>();
  return (
    <>
      <Card flush>
        <DataTable
          caption="Comptes de la Mission Locale"
          rows={members}
          rowKey={(member) => member.membershipId}
          rowTo={(member) => paths.settingsUser(member.membershipId)}
          columns={[
            { key: 'name', header: 'Personne', isRowHeader: true, cell: ({ firstName, lastName, userId }) => `${firstName} ${lastName}${userId === self ? ' (vous)' : ''}`, detail: ({ email }) => email },
            { key: 'role', header: 'Rôle', cell: ({ role }) => roles[role], detail: ({ site }) => site },
            { key: 'state', header: 'Accès', cell: ({ state }) => <MemberChip state={state} /> },
            { key: 'seen', header: 'Dernière visite', cell: ({ lastSeenAt }) => seenWords(lastSeenAt, now) },
            { key: 'holds', header: 'Partenaires', align: 'end', cell: ({ holds }) => frenchNumber(holds) },
          ]}
        />
      </Card>
      <Card title="Inviter une personne">
        <InviteForm key={members.length} sites={sites} />
      </Card>
    </>
  );
}
