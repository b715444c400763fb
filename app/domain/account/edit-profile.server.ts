import type { Ctx } from '~/access/context';
import { shownPhone } from '~/domain/agency/typed-address';
import { fieldsToWrite } from '~/domain/agency/edit-over';
import { conflict } from '~/domain/errors';
import type { EditProfile } from './account.schema';

export const profileLabels = { firstName: 'Prénom', lastName: 'Nom', phone: 'Téléphone' };

/** Corrects one's own name and telephone. Throws `stale` when the same was changed meanwhile on another device. */
export async function editProfile(ctx: Ctx, { version, was, ...wanted }: EditProfile): Promise<void> {
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } });
  const fields = fieldsToWrite({ version, was, yours: shownProfile(wanted), theirs: shownProfile(user), current: user.version, labels: profileLabels });
  if (fields.length === 0) return;
  const data = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
  const { count } = await ctx.db.user.updateMany({ where: { id: user.id, version: user.version }, data });
  if (count === 0) throw conflict('Votre profil vient de changer. Rechargez la page.');
}

/** The fields as the form shows them. */
export const shownProfile = ({ firstName, lastName, phone }: { firstName: string; lastName: string; phone: string | null }) => ({ firstName, lastName, phone: shownPhone(phone) });
