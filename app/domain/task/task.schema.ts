import { choice, requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { typedDay } from '~/domain/text/typed-day';
import { z } from '~/domain/zod';
import { longestTitle } from './longest-title';
import { snoozeNames } from './snooze';

/** For which day: `2026-11-30` or `30/11/2026`. A past one is allowed: what was promised for yesterday is late, and is to be done. */
const dueOn = typedDay().transform((day, issues) => {
  if (day !== null) return day;
  issues.addIssue({ code: 'custom', message: 'Dites pour quel jour.' });
  return z.NEVER;
});

const title = requiredLine('Écrivez ce qu’il y a à faire.', longestTitle);

export const taskFieldsSchema = z.object({ title, dueOn });
export const addTaskSchema = taskFieldsSchema.extend({ assigneeId: choice().optional(), partnershipId: choice().optional() });
export const taskIdSchema = z.object({ taskId: z.uuid('Cette tâche n’existe pas, ou plus.') });
export const editTaskSchema = taskFieldsSchema.extend({ taskId: taskIdSchema.shape.taskId, version: seenVersion(), assigneeId: choice() });
export const assignTaskSchema = taskIdSchema.extend({ assigneeId: choice() });
/** Put off by a word of the menu, or to a chosen day. */
export const snoozeTaskSchema = taskIdSchema.extend({ until: z.enum([...snoozeNames, 'day']), dueOn: typedDay() });
