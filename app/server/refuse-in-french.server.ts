import type { ErrorRequestHandler } from 'express';
import { errorPage } from './error-page';
import { log } from './log.server';

const words = (status: number) =>
  status >= 500
    ? { title: 'Une erreur est survenue', sentence: 'Rien n’a été enregistré. Réessayez dans un instant.' }
    : status === 404
      ? { title: 'Page introuvable', sentence: 'Cette adresse n’existe pas ou plus.' }
      : { title: 'Demande impossible', sentence: 'L’adresse n’a pas été comprise. Vérifiez-la, ou revenez à l’accueil.' };

/** What express itself refuses (an address that cannot be read, a file that is not there): the same French page as elsewhere, a line of text for who wants no page. Takes four arguments: by that express knows it. */
export const refuseInFrench: ErrorRequestHandler = (error: { status?: number; message?: string }, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status && error.status >= 400 && error.status < 600 ? error.status : 500;
  if (status === 500) log({ what: 'refused by express', id: String(response.locals.requestId), message: String(error.message) });
  const { title, sentence } = words(status);
  response.status(status);
  if (request.accepts(['text', 'html']) === 'html') response.type('html').send(errorPage({ status, title, sentence, nonce: String(response.locals.nonce ?? '') }));
  else response.type('text').send(`${title}. ${sentence}\n`);
};
