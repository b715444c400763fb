import { choices, line, paragraphs, requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { typedDay } from '~/domain/text/typed-day';
import { z } from '~/domain/zod';
import { renewalNames, type Renewal } from './agreement';

const longestNotice = 730;
const notice = 'Indiquez un nombre de jours, comme 90.';

/** What a person may type of an agreement. The last day comes after the first. */
export const agreementSchema = z
  .object({
    title: requiredLine('Donnez un titre, comme « Accueil en immersion ».', 200),
    startsOn: typedDay(),
    endsOn: typedDay(),
    signedOn: typedDay(),
    renewal: z.enum(renewalNames as [Renewal, ...Renewal[]], { error: 'Choisissez une reconduction.' }).nullish().transform((renewal) => renewal ?? 'none'),
    noticeDays: z.union([z.string(), z.number()]).nullish().transform((typed) => (typed === null || typed === undefined || String(typed).trim() === '' ? null : Number(String(typed).trim())))
      .pipe(z.number({ error: notice }).int(notice).min(1, notice).max(longestNotice, 'Un préavis dure deux ans au plus.').nullable()),
    comment: paragraphs(5000),
    formIds: choices(z.uuid('Ce choix n’existe pas ou plus.')),
  })
  .superRefine(({ startsOn, endsOn }, issues) => {
    if (startsOn && endsOn && endsOn < startsOn) issues.addIssue({ code: 'custom', path: ['endsOn'], message: 'La fin est avant le début : vérifiez les deux dates.' });
  });

export type TypedAgreement = z.input<typeof agreementSchema>;
export const addAgreementSchema = z.intersection(agreementSchema, z.object({ state: z.enum(['draft', 'awaitingSignatures', 'active']).nullish().transform((state) => state ?? 'draft') }));
export const agreementIdSchema = z.object({ agreementId: z.uuid() });
export const editAgreementSchema = z.intersection(agreementSchema, z.object({ agreementId: z.uuid(), version: seenVersion() }));
export const moveAgreementSchema = z.object({ agreementId: z.uuid() });
/** Another party: chosen in the list (its id), or its name as typed where there is no script. */
export const addPartySchema = z.object({ agreementId: z.uuid(), party: z.string().nullish(), partyText: line(300) });
export const removePartySchema = z.object({ agreementId: z.uuid(), party: z.uuid() });
export const removeFileSchema = z.object({ agreementId: z.uuid(), fileId: z.uuid() });
