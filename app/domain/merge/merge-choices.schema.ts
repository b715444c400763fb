import { seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import type { Side } from './compare-records';

const side = z.enum(['kept', 'merged']);
const versionsSchema = z.object({ partnership: seenVersion(), organisation: seenVersion() });

/** Which versions of both records a person was shown. */
export type SeenVersions = { kept: z.output<typeof versionsSchema>; merged: z.output<typeof versionsSchema> };

const seenText = z.string().transform((text, issues) => {
  try {
    const read = z.object({ kept: versionsSchema, merged: versionsSchema, said: z.record(z.string(), z.tuple([z.string(), z.string()])) }).safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch {
    // Said below, as for JSON of another shape.
  }
  issues.addIssue({ code: 'custom', message: 'Ce formulaire est incomplet. Rechargez la page.' });
  return z.NEVER;
});

export type Seen = z.output<typeof seenText>;

/** As the screen sends it: `champ.<field>` and `engagement.<form>` for what was chosen, `seen` for what was shown. */
export const mergeChoicesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((sent, issues) => {
  const seen = seenText.safeParse(sent.seen ?? '');
  if (!seen.success) for (const { message } of seen.error.issues) issues.addIssue({ code: 'custom', path: ['form'], message });
  return seen.success ? { seen: seen.data, choices: chosen(sent, 'champ.'), engagements: chosen(sent, 'engagement.') } : z.NEVER;
});

function chosen(sent: Record<string, unknown>, prefix: string): Record<string, Side> {
  const read = Object.entries(sent).flatMap(([name, value]) => {
    const one = side.safeParse(value);
    return name.startsWith(prefix) && one.success ? [[name.slice(prefix.length), one.data] as const] : [];
  });
  return Object.fromEntries(read);
}
