import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { attachToAgreement } from '~/domain/agreement/agreement-file.server';
import { addSite } from '~/domain/agency/add-site.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { findDuplicates } from '~/domain/duplicate/find-duplicates.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { saveSearch } from '~/domain/offer/alert/saved-searches.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { register } from '~/domain/offer/session/register.server';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { changeTogether } from '~/domain/partner/list/change-together.server';
import { noFilters } from '~/domain/partner/list/filters';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { wholePortfolio } from '~/domain/portfolio/portfolio-scope';
import { saveList } from '~/domain/saved-list/save-list.server';
import { savePicked } from '~/domain/saved-list/save-picked.server';
import { addTask } from '~/domain/task/add-task.server';
import { addValue } from '~/domain/value/add-value.server';
import { asSystem } from '~/server/db.server';
import type { missionLocale } from './agencies';
import { importing } from './imports';

type Agency = Awaited<ReturnType<typeof missionLocale>>;

/** In every private word of `wholeLife`: whoever reads it where it should not be has found a hole. */
export const secret = 'zinzolin';

/** The id of one of each thing, under the name that addresses and forms give it. */
export type Things = Record<string, string>;

/** What an agency lives with a partner, whole: one of each private thing. A new kind of thing that an address names is added here. */
export async function wholeLife(ml: Agency, partnershipId: string): Promise<Things> {
  const [officer, admin] = [ml.as('officer'), ml.as('admin')];
  const { userId: officerId, membershipId } = await ml.person('officer');
  const value = async (set: 'etiquettes' | 'typologies' | 'formes-d-engagement' | 'motifs-de-fin' | 'resultats-d-echange', label = secret) => (await admin.do(addValue, { set, label: `${label} ${set}` })).valueId;
  const [tagId, kindId, formId, endReasonId, outcomeId] = [await value('etiquettes'), await value('typologies'), await value('formes-d-engagement'), await value('motifs-de-fin'), await value('resultats-d-echange')];
  const { siteId } = await admin.do(addSite, { name: `Antenne ${secret}` });
  const batch = await importing(ml, `Nom;Commune\n${secret} importé;Tarbes`, { fileName: `${secret}.csv` });

  const { contactId } = await officer.do(addContact, { partnershipId, lastName: secret, phone: '05 36 49 77 77', email: `${secret}@exemple.example` });
  const { exchangeId, taskId } = await officer.do(addExchange, { partnershipId, kind: 'call', body: `Le ${secret} nous attend`, contactIds: [contactId], outcomeId, nextTitle: `Rappeler ${secret}`, nextWhen: 'tomorrow' });
  await officer.do(addExchange, { partnershipId, kind: 'note', body: `Une note ${secret}`, isPinned: true });
  await officer.do(addTask, { partnershipId, title: `Tâche ${secret}`, dueOn: '2020-01-02' });
  const { agreementId } = await officer.do(addAgreement, { partnershipId, title: `Convention ${secret}`, state: 'active', startsOn: '2026-01-01', endsOn: '2026-12-31' });
  const { fileIds: [fileId = ''] } = await officer.do(attachToAgreement, { partnershipId, agreementId, files: [{ fileKey: crypto.randomUUID(), name: `${secret}.pdf`, mediaType: 'application/pdf', size: 1, sha256: 'x' }] });
  const { patronageId } = await officer.do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '77777', purpose: `Don ${secret}`, contactId });
  const { offerId } = await officer.do(addOffer, { partnershipId, kind: 'job', title: `Offre ${secret}`, description: `Pour ${secret}` });
  await officer.do(moveOffer, { offerId, verb: 'publish' });
  await officer.do(addPlace, { offerId, addressLine: `Chez ${secret}`, commune: 'Lourdes', postcode: '65100' });
  await officer.do(setEngagement, { partnershipId, formCode: 'immersion', readiness: 'regular', capacityPerMonth: 77, comment: `Engagé ${secret}` } as never);
  await officer.do(setTags, { partnershipId, tagIds: [tagId] });
  await officer.do(setThemes, { partnershipId, themes: ['sante'] });
  await officer.do(assignOfficer, { partnershipId, officerId });
  const { moveId } = await officer.do(movePartnership, { partnershipId, verb: 'contact', comment: `Vu le ${secret}` });
  const { changeId } = await officer.do(changeTogether, { ids: [partnershipId], change: { verb: 'thematiser', sense: 'ajouter', themeCode: 'emploi' } });
  const { listId } = await officer.do(savePicked, { ids: [partnershipId], isAll: false, name: `Liste ${secret}`, isShared: true, filters: noFilters });
  await officer.do(saveList, { name: `Filtres ${secret}`, isShared: true, filters: { ...noFilters, etiquette: [tagId] } });
  const { offerId: workshopId } = await officer.do(addOffer, { kind: 'workshop', title: `Atelier ${secret}`, description: secret });
  const { sessionId } = await officer.do(addSession, { offerId: workshopId, startsOn: '2099-01-05', startsAt: '9h', endsAt: '11h', place: secret, seats: '3' });
  await officer.do(register, { offerId: workshopId, sessionId, label: secret });
  const { searchId } = await officer.do(saveSearch, { name: `Recherche ${secret}`, address: `q=${secret}`, byMail: false });
  const { userId: toId } = await ml.another('officer');
  const { handoverId } = await ml.as('manager').do(handOverPortfolio, { fromId: officerId, toId, scope: wholePortfolio, expected: 1, word: `Bonne route ${secret}`, introduce: false });
  return {
    ...(await typedTwice(ml, partnershipId)), mergeId: await merged(ml),
    partnerId: partnershipId, contactId, exchangeId, taskId: taskId ?? '', agreementId, fileId, patronageId, moveId, changeId: changeId ?? '', listId, searchId, sessionId, handoverId, offerId, importId: batch.id, membershipId,
    tagId, kindId, formId, endReasonId, outcomeId, siteId, officerId,
  };
}

/** The same organisation typed again by the agency (`otherId`), and the pair that the search for duplicates makes of them. */
async function typedTwice(ml: Agency, partnershipId: string): Promise<{ pairId: string; otherId: string }> {
  const { organisation } = await ml.as('officer').run(({ db }) => db.partnership.findFirstOrThrow({ where: { id: partnershipId }, select: { organisation: { select: { name: true, phone: true } } } }));
  const { partnershipId: otherId } = await ml.as('officer').do(addPartner, organisation);
  await asSystem('a test looks for duplicates', (db) => findDuplicates(db, { missionLocaleId: ml.id, touched: null, now: new Date() }));
  const { id: pairId } = await ml.as('officer').run(({ db }) => db.duplicatePair.findFirstOrThrow({ select: { id: true } }));
  return { pairId, otherId };
}

/** Two records of another partner, made one. */
async function merged(ml: Agency): Promise<string> {
  const officer = ml.as('officer');
  const { partnershipId: keptId } = await officer.do(addPartner, { name: `Ferme ${secret}` });
  const { partnershipId: mergedId } = await officer.do(addPartner, { name: `La ferme ${secret}` });
  return (await officer.do(mergePartners, { keptId, mergedId })).mergeId;
}
