import { choice, line, paragraphs, seenVersion } from '~/domain/partner/typed-text';
import { typedDay } from '~/domain/text/typed-day';
import { z } from '~/domain/zod';
import { parseAmount } from './amount';
import { patronageKindNames } from './patronage';

const years = { first: 1990, last: 2100 };

/** What a person may type of a gift. Money has an amount; goods and skills may have one, as an estimate. */
export const patronageSchema = z
  .object({
    kind: z.enum(patronageKindNames as ['money', 'goods', 'skills'], { error: 'Choisissez ce qui est donné.' }),
    year: z.union([z.string(), z.number()]).nullish().transform((typed) => Number(String(typed ?? '').trim())).pipe(z.number({ error: 'Indiquez l’année, comme 2026.' }).int('Indiquez l’année, comme 2026.').min(years.first, 'Indiquez l’année, comme 2026.').max(years.last, 'Indiquez l’année, comme 2026.')),
    amount: line(60),
    purpose: line(300),
    contactId: choice(),
    promisedOn: typedDay(),
    receivedOn: typedDay(),
    receiptOn: typedDay(),
    receiptNumber: line(60),
    renewalOn: typedDay(),
    comment: paragraphs(2000),
  })
  // Told with the other faults, not after them.
  .superRefine(({ kind, amount: typed }: { kind?: unknown; amount?: unknown }, issues) => {
    const wrong = (message: string) => issues.addIssue({ code: 'custom', path: ['amount'], message });
    const amount = typeof typed === 'string' ? typed : null;
    const read = amount ? parseAmount(amount) : null;
    if (read && !read.ok) wrong(read.reason);
    if (!typed && kind === 'money') wrong('Indiquez le montant du don.');
  }, { when: () => true })
  .transform((typed) => {
    const read = typed.amount ? parseAmount(typed.amount) : null;
    return { ...typed, amount: read?.ok ? read.amount : null };
  });

export type TypedPatronage = z.input<typeof patronageSchema>;
export const patronageIdSchema = z.object({ patronageId: z.uuid() });
export const editPatronageSchema = z.intersection(patronageSchema, z.object({ patronageId: z.uuid(), version: seenVersion() }));
