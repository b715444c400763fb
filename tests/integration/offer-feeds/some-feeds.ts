import { feedFormSchema } from '~/domain/offer/elsewhere/feed-settings';
import { listFeeds, saveFeed } from '~/domain/offer/elsewhere/feeds.server';
import type { FeedSource } from '~/domain/offer/elsewhere/foreign-offer';
import { refreshOffers, type Sources } from '~/jobs/refresh-offers.server';
import { missionLocale } from '../../support/agencies';

export const nobody: Sources = { dataInclusion: null, franceTravail: null };

/** An agency that takes this source, asked of these servers. */
export async function agency(source: FeedSource, sources: Sources) {
  const ml = await missionLocale();
  const admin = ml.as('admin');
  await admin.do(saveFeed, feedFormSchema.parse({ source, isOn: 'oui', departements: '65' }));
  const refresh = () => refreshOffers({ missionLocaleId: ml.id, source }, sources);
  const offers = () => admin.run(({ db }) => db.offer.findMany({ where: { missionLocaleId: ml.id, origin: source }, orderBy: { sourceId: 'asc' } }));
  const report = async () => (await admin.run(listFeeds)).find((feed) => feed.source === source)!;
  return { ml, admin, refresh, offers, report };
}

export const structure = (n: number, more: object = {}) => ({ id: `dora--s${n}`, source: 'dora', nom: `Association ${n}`, siret: null, code_postal: '65000', code_insee: '65440', commune: 'Tarbes', adresse: '1 rue des Essais', latitude: null, longitude: null, ...more });
export const service = (n: number, more: object = {}) => ({ id: `dora--${String(n).padStart(4, '0')}`, source: 'dora', structure_id: 'dora--s1', nom: `Aide numéro ${n}`, description: '<p>Aide au <b>logement</b></p>', type: 'accompagnement', thematiques: ['logement-hebergement--louer-un-logement'], publics: ['jeunes'], frais: 'gratuit', modes_accueil: ['en-presentiel'], date_maj: '2026-10-01', ...more });
