import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { dateOfDay } from '~/domain/text/typed-day';
import type { z } from '~/domain/zod';
import type { nationalAgreementSchema } from './national-agreement.schema';

/** What was typed, as the table keeps it. Throws `invalid('formIds')` for a form that is not the network's. */
export async function rowOf(ctx: Ctx, { title, startsOn, endsOn, formIds, says, link, contactName, contactEmail, contactPhone }: z.output<typeof nationalAgreementSchema>) {
  const known = await ctx.db.engagementForm.count({ where: { id: { in: formIds }, missionLocaleId: null } });
  if (known < formIds.length) throw invalid('formIds', 'Une de ces formes n’existe pas ou plus.');
  return { title, startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), formIds, says, link, contactName, contactEmail, contactPhone };
}
