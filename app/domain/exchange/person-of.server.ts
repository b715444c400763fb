import { Prisma } from '#prisma';

/** The person whose id a column holds, as JSON: who signed a line of the timeline. */
export const person = (column: string) => Prisma.sql`(SELECT jsonb_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) FROM user_account u WHERE u.id = ${Prisma.raw(column)})`;
