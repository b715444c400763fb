import { Invitation, invitationSubject } from '#emails/invitation';
import { MembershipAdded, membershipAddedSubject } from '#emails/membership-added';
import { renderEmail } from '#emails/render-email';
import { roles } from '~/access/permissions';
import { invitationDays, issueToken } from '~/domain/account/one-time-token.server';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Writes to somebody who has just been given an access: a link to choose a password, or word that a place was added to their account. */
export async function writeInvitation({ eventId, membershipId, actorId }: Payload): Promise<void> {
  await asSystem('an invitation is written to its guest', async (db) => {
    const membership = await db.membership.findFirst({
      where: { id: String(membershipId), endedAt: null },
      include: { missionLocale: true, user: { include: { credential: { select: { passwordHash: true } } } } },
    });
    // Closed meanwhile, or already written by a first run of this job.
    if (!membership || (await db.mailMessage.count({ where: { id: eventId } })) > 0) return;
    const inviter = actorId ? await db.user.findUnique({ where: { id: String(actorId) } }) : null;
    const { user, missionLocaleId } = membership;
    const words = {
      firstName: user.firstName,
      inviter: inviter && `${inviter.firstName} ${inviter.lastName}`,
      place: membership.missionLocale?.name ?? 'Maillage',
      role: roles[membership.role],
    };
    const isMember = Boolean(user.credential?.passwordHash);
    const email = isMember
      ? await renderEmail(MembershipAdded, membershipAddedSubject, { ...words, link: at(paths.login()) })
      : await renderEmail(Invitation, invitationSubject, { ...words, link: at(paths.invitation(await issueToken(db, env().APP_SECRET, { purpose: 'invitation', userId: user.id }))), days: invitationDays });
    await queueMail(db, { id: String(eventId), missionLocaleId, to: user.email, template: isMember ? 'membership-added' : 'invitation', ...email });
  });
}

const at = (path: string) => new URL(path, env().APP_URL).href;
