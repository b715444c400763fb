import { isEmail } from '~/domain/organisation/email';
import { line, paragraphs, requiredLine, ticked } from '~/domain/partner/typed-text';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';

const many = z.union([z.string(), z.array(z.string())]).nullish().transform((ids) => [...new Set([ids ?? []].flat())].filter((id) => z.guid().safeParse(id).success).slice(0, 100));

/** Offers ticked in a list, or the one of a page. */
export const offerIdsSchema = z.object({ offre: many, retour: z.string().max(2000).nullish() });

/** A search of the list kept under a name. */
export const saveSearchSchema = z.object({ name: requiredLine('Donnez un nom à cette recherche.', 120), address: z.string().max(8000), byMail: ticked() });
export const searchIdSchema = z.object({ searchId: z.guid() });
export const searchMailSchema = z.object({ searchId: z.guid(), byMail: ticked() });

export const noteKeptSchema = z.object({ offerId: z.guid(), note: line(500) });

/** One address, for one person. */
const recipient = z.string().nullish().transform((typed) => cleanText(typed ?? '').replace(/^mailto:/i, '').toLowerCase())
  .pipe(z.string().min(1, 'Indiquez l’adresse de courriel du jeune.').refine((typed) => !/@.*[,;\s].*@/.test(typed), 'Une seule adresse : l’envoi est pour une personne.').refine(isEmail, 'Cette adresse de courriel n’est pas valable : vérifiez-la, comme « prenom.nom@exemple.fr ».'));

export const sendOffersSchema = z.object({ offre: many, recipient, word: paragraphs(1000) });
