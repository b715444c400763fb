import { expect, test } from 'vitest';
import { signInRefused } from '~/domain/account/sign-in.server';
import { signOut } from '~/domain/account/sign-out.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, enter, goodPassword, meanwhile, visitorWith } from './people';

useDatabase();

test('une adresse et son mot de passe ouvrent une session, à cette personne, à sa place', async () => {
  const ml = await missionLocale();
  const { email, userId, membershipId } = await account({ missionLocaleId: ml.id });
  const { token, waitsForCode } = await enter(email);
  expect(waitsForCode).toBe(false);
  expect(await visitorWith(token)).toMatchObject({ userId, membershipId, email, role: 'officer', missionLocaleId: ml.id, placeName: ml.name });
});

test('chaque connexion a son propre jeton, et la base n’en garde que l’empreinte', async () => {
  const { email, userId } = await account({ missionLocaleId: (await missionLocale()).id });
  const [one, two] = [await enter(email), await enter(email)];
  expect(one.token).not.toBe(two.token);
  const kept = await asSystem('a test reads', (db) => db.session.findMany({ where: { userId } }));
  expect(JSON.stringify(kept)).not.toContain(one.token);
});

test('un accent tapé en deux caractères est le même mot de passe', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  await expect(enter(email, goodPassword.normalize('NFD'))).resolves.toMatchObject({ waitsForCode: false });
});

test('compte inconnu, mot de passe faux, compte fermé, parti, invité : une seule réponse', async () => {
  const ml = await missionLocale();
  const [known, closed, gone, invited] = [await account({ missionLocaleId: ml.id }), await account({ missionLocaleId: ml.id }), await account({ missionLocaleId: ml.id }), await account({ missionLocaleId: ml.id })];
  await meanwhile(`UPDATE user_account SET deactivated_at = now() WHERE id = '${closed.userId}'`);
  await meanwhile(`UPDATE membership SET ended_at = now() WHERE id = '${gone.membershipId}'`);
  await meanwhile(`UPDATE credential SET password_hash = NULL WHERE user_id = '${invited.userId}'`);
  const answers = await Promise.all([
    enter('personne@ml.example').catch((error: unknown) => error),
    enter(known.email, 'pas le bon mot').catch((error: unknown) => error),
    enter(closed.email).catch((error: unknown) => error),
    enter(gone.email).catch((error: unknown) => error),
    enter(invited.email).catch((error: unknown) => error),
  ]);
  for (const answer of answers) expect(answer).toMatchObject({ message: signInRefused, refusal: { kind: 'invalid', field: 'form' } });
});

test('un compte inconnu prend le même temps qu’un mot de passe faux', async () => {
  const ml = await missionLocale();
  const people = await Promise.all(Array.from({ length: 6 }, () => account({ missionLocaleId: ml.id })));
  const timed = async (email: string, address: string) => {
    const from = performance.now();
    await enter(email, 'pas le bon mot', { address }).catch(() => {});
    return performance.now() - from;
  };
  await timed('chauffe@ml.example', '198.51.100.1');
  const [known, unknown]: number[][] = [[], []];
  // One after the other, in turns, so that the machine's mood weighs on both alike.
  for (const [index, { email }] of people.entries()) {
    known!.push(await timed(email, '198.51.100.2'));
    unknown!.push(await timed(`inconnu.${index}@ml.example`, '198.51.100.3'));
  }
  const fastest = (all: number[]) => Math.min(...all);
  expect(fastest(unknown!)).toBeGreaterThan(fastest(known!) * 0.5);
  expect(fastest(unknown!)).toBeLessThan(fastest(known!) * 2);
});

test('après cinq essais sur un compte, même le bon mot de passe attend ; après un quart d’heure il passe', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  for (let i = 0; i < 5; i += 1) await expect(enter(email, 'faux', { address: `203.0.113.${i}` })).rejects.toThrow(signInRefused);
  await expect(enter(email, goodPassword, { address: '203.0.113.9' })).rejects.toThrow(/Trop d’essais. Réessayez dans 15 minutes/);
  await meanwhile(`UPDATE login_failure SET at = at - interval '14 minutes'`);
  await expect(enter(email, goodPassword, { address: '203.0.113.9' })).rejects.toThrow('Réessayez dans une minute');
  await meanwhile(`UPDATE login_failure SET at = at - interval '1 minute'`);
  await expect(enter(email, goodPassword, { address: '203.0.113.9' })).resolves.toBeTruthy();
});

test('vingt essais au même instant n’en font pas passer plus de cinq', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => enter(email, 'faux', { address: `198.18.0.${i}` }).catch((error: Error) => error.message)));
  expect(answers.filter((answer) => answer === signInRefused)).toHaveLength(5);
  expect(answers.filter((answer) => String(answer).startsWith('Trop d’essais'))).toHaveLength(15);
});

test('vingt essais depuis une adresse, sur des comptes différents, font attendre cette adresse et pas les autres', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  for (let i = 0; i < 20; i += 1) await enter(`balayage.${i}@ml.example`, 'faux', { address: '198.51.100.77' }).catch(() => {});
  await expect(enter(email, goodPassword, { address: '198.51.100.77' })).rejects.toThrow('Trop d’essais');
  await expect(enter(email, goodPassword, { address: '198.51.100.78' })).resolves.toBeTruthy();
});

test('une connexion réussie remet les essais du compte à zéro', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 4; i += 1) await enter(email, 'faux', { address: `203.0.113.${100 + i}` }).catch(() => {});
    await expect(enter(email, goodPassword, { address: '203.0.113.120' })).resolves.toBeTruthy();
  }
});

test('les essais ne disent ni le compte ni l’adresse', async () => {
  await enter('quelquun@ml.example', 'faux', { address: '192.0.2.200' }).catch(() => {});
  const kept = JSON.stringify(await asSystem('a test reads', (db) => db.loginFailure.findMany()));
  expect(kept).not.toMatch(/quelquun|192\.0\.2\.200/);
});

test('la déconnexion ferme cette session et aucune autre', async () => {
  const { email } = await account({ missionLocaleId: (await missionLocale()).id });
  const [here, there] = [await enter(email), await enter(email)];
  await asSystem('a test signs out', (db) => signOut(db, here.token));
  expect(await visitorWith(here.token)).toBeNull();
  expect(await visitorWith(there.token)).not.toBeNull();
});
