import type { Db } from '~/access/context';
import { readSettings } from '~/domain/agency/settings';
import { dateOfDay, parisDay } from '~/domain/text/paris-day';
import { endingAgreements } from './ending-agreements.server';
import { closingOffers, offersToConfirm } from './offers-to-ask-about.server';
import { patronageAnniversaries } from './patronage-anniversaries.server';
import { quietMonths, type Proposal, type RuleInput } from './proposal';
import { silentPartners } from './silent-partners.server';

/**
 * The rules of one agency, once a day or as often as one likes, as the system: what they find becomes a task of today for who is in
 * charge, said once; what no longer holds leaves. A refused proposal keeps quiet for six months. Nothing else is ever changed.
 */
export async function proposeTasks(db: Db, { missionLocaleId, now }: RuleInput): Promise<{ proposed: number; withdrawn: number }> {
  const { silenceMonths, agreementEndDays, patronageDays, offerAskWeeks, offerClosingDays } = readSettings(await db.setting.findMany({ where: { missionLocaleId }, select: { key: true, value: true } }));
  const found = [
    ...(await silentPartners(db, { missionLocaleId, now, months: silenceMonths })),
    ...(await endingAgreements(db, { missionLocaleId, now, days: agreementEndDays })),
    ...(await patronageAnniversaries(db, { missionLocaleId, now, days: patronageDays })),
    ...(await offersToConfirm(db, { missionLocaleId, now, weeks: offerAskWeeks })),
    ...(await closingOffers(db, { missionLocaleId, now, days: offerClosingDays })),
  ];
  const open = { missionLocaleId, origin: 'rule' as const, doneAt: null, deletedAt: null };
  // Without its key: nobody refused it, so that it may be said again. What was written without one is no proposal of the night.
  const { count: withdrawn } = await db.task.updateMany({ where: { ...open, ruleKey: { not: null, notIn: found.map(({ key }) => key) } }, data: { deletedAt: now, ruleKey: null } });
  const fresh = await notSaidLately(db, { missionLocaleId, now }, found);
  const { count: proposed } = await db.task.createMany({
    data: fresh.map(({ key, ...proposal }) => ({ ...proposal, missionLocaleId, ruleKey: key, origin: 'rule' as const, dueOn: dateOfDay(parisDay(now)), createdById: null })),
    skipDuplicates: true,
  });
  return { proposed, withdrawn };
}

async function notSaidLately(db: Db, { missionLocaleId, now }: RuleInput, found: readonly Proposal[]): Promise<Proposal[]> {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - quietMonths);
  const said = await db.task.findMany({
    where: { missionLocaleId, ruleKey: { in: found.map(({ key }) => key) }, OR: [{ doneAt: null, deletedAt: null }, { deletedAt: { gt: since } }, { doneAt: { gt: since } }] },
    select: { ruleKey: true },
  });
  const keys = new Set(said.map(({ ruleKey }) => ruleKey));
  return found.filter(({ key }) => !keys.has(key));
}
