import { Prisma } from '#prisma';

/**
 * When something was last said with a partner, in a query where `p` is its partnership: an exchange or a note, a change of stage,
 * else the day it was added.
 */
export const lastWord = Prisma.sql`greatest(p.created_at,
  (SELECT max(i.happened_at) FROM interaction i WHERE i.mission_locale_id = p.mission_locale_id AND i.partnership_id = p.id AND i.deleted_at IS NULL),
  (SELECT max(m.at) FROM stage_move m WHERE m.mission_locale_id = p.mission_locale_id AND m.partnership_id = p.id))`;
