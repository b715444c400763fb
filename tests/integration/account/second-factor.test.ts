import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { beginSecondFactor } from '~/domain/account/begin-second-factor.server';
import { confirmSecondFactor } from '~/domain/account/confirm-second-factor.server';
import { giveCode, type GivenCode } from '~/domain/account/give-code.server';
import { renewRecoveryCodes } from '~/domain/account/renew-recovery-codes.server';
import { secondFactorOf } from '~/domain/account/second-factor.queries.server';
import { spendTotpCode } from '~/domain/account/spend-code.server';
import { stopSecondFactor } from '~/domain/account/stop-second-factor.server';
import { changeSetting } from '~/domain/agency/change-setting.server';
import { asSystem } from '~/server/db.server';
import { halfwayVisitor } from '~/server/session.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, enter, goodPassword, meanwhile, origin, requestWith, secret, visitorWith } from './people';

useDatabase();

const codeAt = (typed: string, at = Date.now()) => new TOTP({ secret: typed.replaceAll(' ', '') }).generate({ timestamp: at });
const minutes = (count: number) => count * 60_000;

/** Somebody whose telephone gives codes. `typed`: its secret; `usedAt`: the moment of the code that put it in place, ten minutes ago. */
async function withTelephone(role: 'officer' | 'admin' = 'officer', missionLocaleId?: string) {
  const person = await account({ missionLocaleId: missionLocaleId ?? (await missionLocale()).id, role });
  const { token } = await enter(person.email);
  const actor = (await visitorWith(token)) ?? (await halfwayVisitor(await requestWith(token)))!.actor;
  await asSystem('a test begins', (db) => beginSecondFactor(db, secret, person.userId));
  const begun = await asSystem('a test reads', (db) => secondFactorOf(db, secret, person));
  if (begun.state !== 'begun') throw new Error(begun.state);
  const usedAt = Date.now() - minutes(10);
  const codes = await asSystem('a test confirms', (db) => confirmSecondFactor(db, secret, { ...actor, code: codeAt(begun.typed, usedAt), at: new Date(usedAt) }));
  return { ...person, token, actor, typed: begun.typed, codes };
}

async function halfway(email: string) {
  const { token, waitsForCode } = await enter(email);
  expect(waitsForCode).toBe(true);
  const waiting = (await halfwayVisitor(await requestWith(token)))!;
  return { token, give: (given: GivenCode, address = origin.address) => giveCode(asSystem, secret, waiting.actor, given, { ...origin, address }) };
}

test('avec un second facteur, le mot de passe seul n’ouvre rien', async () => {
  const { email, typed } = await withTelephone();
  const { token, give } = await halfway(email);
  expect(await visitorWith(token)).toBeNull();
  const entered = await give({ code: codeAt(typed) });
  expect(entered.token).not.toBe(token);
  expect(await visitorWith(entered.token)).toMatchObject({ email });
  expect([await visitorWith(token), await halfwayVisitor(await requestWith(token))]).toEqual([null, null]);
});

test('un code déjà donné est refusé, même donné deux fois au même instant', async () => {
  const { email, typed, userId } = await withTelephone();
  const code = codeAt(typed);
  const [one, two] = [await halfway(email), await halfway(email)];
  const answers = await Promise.allSettled([one.give({ code }), two.give({ code })]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect((await halfway(email)).give({ code })).rejects.toMatchObject({ refusal: { field: 'code' } });
  // Nor an earlier one that the clock's tolerance would still accept.
  const spend = (at: number) => asSystem('a test spends', (db) => spendTotpCode(db, secret, { userId, code: codeAt(typed, at), at: new Date() }));
  expect(await spend(Date.now() - 30_000)).toBe(false);
});

test('la connexion commencée attend dix minutes, pas plus', async () => {
  const { email, typed, userId } = await withTelephone();
  const { token } = await halfway(email);
  await meanwhile(`UPDATE session SET expires_at = expires_at - interval '10 minutes' WHERE user_id = '${userId}' AND NOT is_complete`);
  expect(await halfwayVisitor(await requestWith(token))).toBeNull();
  expect(codeAt(typed)).toMatch(/^\d{6}$/);
});

test('cinq codes faux font attendre', async () => {
  const { email, typed } = await withTelephone();
  const { give } = await halfway(email);
  const wrong = codeAt(typed, Date.now() + minutes(60));
  for (let i = 0; i < 5; i += 1) await expect(give({ code: wrong }, `203.0.113.${i}`)).rejects.toMatchObject({ refusal: { field: 'code' } });
  await expect(give({ code: codeAt(typed) }, '203.0.113.60')).rejects.toThrow('Trop d’essais');
});

test('un code de secours sert une fois, même deux fois au même instant, et pas à quelqu’un d’autre', async () => {
  const [me, somebody] = [await withTelephone(), await withTelephone()];
  const [recoveryCode = '', another = ''] = me.codes;
  const [one, two] = [await halfway(me.email), await halfway(me.email)];
  const answers = await Promise.allSettled([one.give({ recoveryCode }), two.give({ recoveryCode: recoveryCode.toLowerCase() })]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect((await halfway(somebody.email)).give({ recoveryCode: another })).rejects.toThrow('code de secours');
  expect(await asSystem('a test reads', (db) => secondFactorOf(db, secret, me))).toMatchObject({ state: 'on', recoveryCodesLeft: 9 });
});

test('la mise en place ferme les autres sessions, et ne se refait pas par-dessus', async () => {
  const person = await account({ missionLocaleId: (await missionLocale()).id });
  const other = await enter(person.email);
  const { token } = await enter(person.email);
  const actor = (await visitorWith(token))!;
  const begin = () => asSystem('a test begins', (db) => beginSecondFactor(db, secret, person.userId));
  await begin();
  const begun = await asSystem('a test reads', (db) => secondFactorOf(db, secret, person));
  const typed = begun.state === 'begun' ? begun.typed : '';
  const confirm = (code: string) => asSystem('a test confirms', (db) => confirmSecondFactor(db, secret, { ...actor, code, at: new Date() }));
  await expect(confirm(codeAt(typed, Date.now() + minutes(60)))).rejects.toMatchObject({ refusal: { field: 'code' } });
  expect(await visitorWith(other.token)).not.toBeNull();
  expect(await confirm(codeAt(typed))).toHaveLength(10);
  expect([await visitorWith(other.token), await visitorWith(token)].map(Boolean)).toEqual([false, true]);
  await expect(begin()).rejects.toThrow('déjà en place');
  await expect(confirm(codeAt(typed))).rejects.toThrow('Recommencez');
});

test('le secret et les codes de secours ne se lisent pas dans la base', async () => {
  const { userId, typed, codes } = await withTelephone();
  const kept = JSON.stringify(await asSystem('a test reads', (db) => db.credential.findUnique({ where: { userId } })));
  expect(kept).not.toContain(typed.replaceAll(' ', ''));
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
});

test('retirer le second facteur ou renouveler ses codes demande le mot de passe', async () => {
  const { actor, codes, email } = await withTelephone();
  const oneself = { ...actor, address: origin.address };
  await expect(renewRecoveryCodes(asSystem, secret, oneself, 'faux')).rejects.toMatchObject({ refusal: { field: 'password' } });
  await expect(stopSecondFactor(asSystem, secret, oneself, 'faux')).rejects.toMatchObject({ refusal: { field: 'password' } });
  const fresh = await renewRecoveryCodes(asSystem, secret, oneself, goodPassword);
  await expect((await halfway(email)).give({ recoveryCode: codes[0]! })).rejects.toThrow('code de secours');
  await expect((await halfway(email)).give({ recoveryCode: fresh[0]! })).resolves.toBeTruthy();
  await stopSecondFactor(asSystem, secret, oneself, goodPassword);
  expect(await enter(email)).toMatchObject({ waitsForCode: false });
});

test('quand l’agence l’exige, une administratrice sans second facteur n’ouvre rien avant de l’avoir mis en place', async () => {
  const ml = await missionLocale();
  const [admin, officer] = [await account({ missionLocaleId: ml.id, role: 'admin' }), await account({ missionLocaleId: ml.id })];
  const sessions = [await enter(admin.email), await enter(officer.email)];
  await ml.as('admin').run((ctx) => changeSetting(ctx, { key: 'secondFactorForAdmins', value: true }));
  // The session opened before the setting is stopped as well.
  expect((await Promise.all(sessions.map(({ token }) => visitorWith(token)))).map(Boolean)).toEqual([false, true]);
  expect((await halfwayVisitor(await requestWith(sessions[0]!.token)))?.missing).toBe('setup');
  const ready = await withTelephone('admin', ml.id);
  expect(await visitorWith(ready.token)).toMatchObject({ role: 'admin' });
  await expect(stopSecondFactor(asSystem, secret, { ...ready.actor, address: origin.address }, goodPassword)).rejects.toThrow('Votre agence demande');
});
