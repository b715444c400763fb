import { readFileSync } from 'node:fs';
import { createCookie } from '@remix-run/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { may, roles, type Permission, type Role } from '~/access/permissions';
import { asSystem } from '~/server/db.server';
import { hashToken, newToken } from '~/domain/account/tokens';
import { doorOf } from '~/server/http.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { member, missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { commandsOf, everyRoute, type Route } from '../../support/doors';

useDatabase();

/** Routes that open without an account, on purpose. Anything else must ask for a permission. */
const open = [
  'root', 'routes/public/frame.tsx', 'routes/public/login.tsx', 'routes/public/second-factor.tsx', 'routes/public/second-factor-setup.tsx', 'routes/public/forgotten-password.tsx', 'routes/public/reset-password.tsx',
  'routes/public/accept-invitation.tsx', 'routes/public/accessibility.tsx', 'routes/public/personal-data.tsx', 'routes/public/stop-alerts.tsx', 'routes/public/still-current.tsx', 'routes/public/logout.tsx', 'routes/public/not-found.tsx',
  'routes/dev/mailbox.tsx', 'routes/dev/mail.ts', 'routes/api/ready.ts', 'routes/api/metrics.ts',
]; // prettier-ignore

let routes: Route[] = [];
const people = new Map<Role, { actor: Actor; cookie: string }>();
let theirAgency = '';
/** What belongs to the other agency, by the name that addresses give it. One a line: they come one at a time. */
let foreign = {
  partnerId: '',
  importId: '',
  membershipId: '',
  batchId: '',
  handoverId: '',
  offerId: '',
};

beforeAll(async () => {
  routes = await everyRoute();
  const ours = await missionLocale();
  const theirs = await missionLocale();
  theirAgency = theirs.id;
  const partner = await theirs.as('officer').do(addPartner, { name: 'Boulangerie de l’autre agence', kindCode: 'entreprise' } as never);
  const batch = await theirs.as('officer').run((ctx) => ctx.db.importBatch.create({ data: { fileName: 'a.csv', fileKey: 'x', fileSha256: 'x', fileSize: 1 } }));
  const handover = await theirs.as('officer').run((ctx) => ctx.db.handover.create({ data: { scope: '' } }));
  const offer = await theirs.as('officer').run((ctx) => ctx.db.offer.create({ data: { kind: 'job', title: 'Offre de l’autre agence' } }));
  foreign = {
    handoverId: handover.id,
    offerId: offer.id,
    partnerId: (partner as { partnershipId: string }).partnershipId,
    importId: batch.id,
    batchId: batch.id,
    membershipId: (await theirs.person('counsellor')).membershipId,
  };
  const organisationId = (partner as { organisationId: string }).organisationId;
  for (const role of Object.keys(roles) as Role[]) {
    const place = role === 'regional' ? { regionCode: '11' } : role.startsWith('partner') ? { organisationId } : role === 'platformAdmin' ? {} : { missionLocaleId: ours.id };
    const actor = await member({ role, ...place, placeName: 'Essai' });
    people.set(role, { actor, cookie: await cookieOf(actor) });
  }
});

async function cookieOf(actor: Actor): Promise<string> {
  const token = newToken();
  await asSystem('a test signs somebody in', (db) =>
    db.session.create({ data: { tokenHash: hashToken(token), userId: actor.userId, membershipId: actor.membershipId, expiresAt: new Date(Date.now() + 3_600_000) } }));
  return (await createCookie('maillage').serialize(token)).split(';')[0]!;
}

/** Values that many forms accept, so that commands go as far as their rows. */
const plausible = {
  version: '1', organisationVersion: '1', partnershipVersion: '1', name: 'Changé par un autre', label: 'Changé', lastName: 'Changé', email: 'change@autre.example', phone: '05 36 49 00 00', body: 'Une note d’ailleurs', kind: 'call', isPinned: 'oui', nextTitle: 'Rappeler',
  verb: 'archive', role: 'officer', officerId: '', kindCode: 'entreprise', comment: 'non', note: 'non',
}; // prettier-ignore

const context = () => ({ requestId: crypto.randomUUID(), nonce: '', address: '127.0.0.1', metrics: undefined as never });

/** The status that a person gets: of the answer, of what was thrown, or of the redirect. */
async function statusOf(call: () => unknown): Promise<{ status: number; to: string }> {
  const answer: unknown = await Promise.resolve().then(call).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') ?? '' };
  const init = (answer as { init?: { status?: number } } | null)?.init;
  return { status: init?.status ?? 200, to: '' };
}

const visit = (route: Route, cookie: string | null, form?: Record<string, string>) => {
  const address = route.address.replace(/:\w+/g, (name) => foreign[name.slice(1) as keyof typeof foreign] ?? 'inconnu');
  const request = new Request(`http://127.0.0.1${address}`, { method: form ? 'POST' : 'GET', headers: cookie ? { cookie } : {}, body: form ? new URLSearchParams(form) : undefined });
  const params = Object.fromEntries([...route.address.matchAll(/:(\w+)/g)].map(([, name]) => [name, foreign[name as keyof typeof foreign] ?? 'inconnu']));
  const handler = form ? route.module.action : route.module.loader;
  return statusOf(() => (handler as (args: unknown) => unknown)({ request, params, context: context() }));
};

describe('every address and every command', () => {
  test('each asks for a permission, or stands on the list of open ones', () => {
    const unguarded = routes.flatMap((route) => {
      const doors = [route.module.loader && doorOf(route.module.loader), ...commandsOf(route).map(({ door }) => door)];
      const isOpen = doors.some((door) => door === undefined || door === 'public') && (route.module.loader || route.module.action);
      return isOpen && !open.includes(route.file) ? [route.file] : [];
    });
    expect(unguarded).toEqual([]);
  });

  test('nobody signed in is sent to sign in', async () => {
    for (const route of routes) {
      if (doorOf(route.module.loader) && doorOf(route.module.loader) !== 'public') expect([route.file, (await visit(route, null)).to.split('?')[0]]).toEqual([route.file, '/connexion']);
      for (const { intent, door } of commandsOf(route)) if (door !== 'public') expect([route.file, intent, (await visit(route, null, { intent: intent ?? '' })).to.split('?')[0]]).toEqual([route.file, intent, '/connexion']);
    }
  });

  test('each role is refused exactly where the matrix says so', { timeout: 300_000 }, async () => {
    for (const [role, { cookie }] of people) {
      for (const route of routes) {
        const door = doorOf(route.module.loader);
        if (door && door !== 'public') expect([role, route.file, (await visit(route, cookie)).status === 403]).toEqual([role, route.file, !may(role, door as Permission)]);
        for (const { intent, door: asked } of commandsOf(route)) {
          if (!asked || asked === 'public') continue;
          expect([role, route.file, intent, (await visit(route, cookie, { intent: intent ?? '' })).status === 403]).toEqual([role, route.file, intent, !may(role, asked as Permission)]);
        }
      }
    }
  });

  test('no command of any role changes anything of another agency', { timeout: 300_000 }, async () => {
    const trail = () => asSystem('a test reads the trail', (db) => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM audit.entry
      WHERE mission_locale_id = ${theirAgency}::uuid OR record_id IN (SELECT organisation_id FROM partnership WHERE mission_locale_id = ${theirAgency}::uuid)`);
    const before = await trail();
    expect(before[0]!.n).toBeGreaterThan(0);
    for (const [, { cookie }] of people) {
      for (const route of routes.filter(({ address }) => /:/.test(address))) {
        for (const { intent, door } of commandsOf(route)) if (door !== 'public') await visit(route, cookie, { intent: intent ?? '', ...plausible });
      }
    }
    expect(await trail()).toEqual(before);
  });

  test('what belongs to another agency does not exist, for every role and every address that names it', { timeout: 120_000 }, async () => {
    for (const [role, { cookie }] of people) {
      for (const route of routes.filter(({ address, module }) => /:(partnerId|importId|membershipId|handoverId|offerId)/.test(address) && doorOf(module.loader) && doorOf(module.loader) !== 'public')) {
        const { status, to } = await visit(route, cookie);
        // An address that only undoes leads to the page it belongs to, which does not exist either.
        if (status === 302 && (to.startsWith('/partenaires') || to.startsWith('/offres'))) continue;
        expect([role, route.file, status]).toEqual([role, route.file, may(role, doorOf(route.module.loader) as Permission) ? 404 : 403]);
      }
    }
  });
});

/** Addresses of `tests/e2e/pages.spec.ts`, where axe and two widths look at each; those of a partner's record begin at it. */
function lookedAt(): string[] {
  const [, ofSite = '', ofRecord = '', reached = ''] = /const pages[^=]+=([\s\S]+?)const ofOnePartner =([^;]+);[\s\S]+?const reached[^=]+=([\s\S]+?)\];\n/.exec(readFileSync('tests/e2e/pages.spec.ts', 'utf8')) ?? [];
  const quoted = (text: string) => [...text.matchAll(/['`]([^'`?]*)(?:\?[^'`]*)?['`]/g)].map(([, address]) => address!);
  return [...quoted(ofSite), ...quoted(reached), ...quoted(ofRecord).map((tab) => `/partenaires/une-fiche${tab}`)];
}

/** Looked at in the middle of a story, which has to be told first. */
const elsewhere: Record<string, string> = {
  '/partenaires/import/:importId': 'import.spec.ts',
  '/connexion/code': 'second-factor.spec.ts',
  '/connexion/double-authentification': 'second-factor.spec.ts',
};

test('every page of the table of addresses is looked at by axe, at two widths', () => {
  const seen = lookedAt();
  expect(seen.length).toBeGreaterThan(30);
  for (const file of Object.values(elsewhere)) expect(readFileSync(`tests/e2e/${file}`, 'utf8')).toContain('await look');
  const pages = routes.filter(({ module, address }) => 'default' in module && !address.endsWith('*') && !(address in elsewhere));
  const isOther = (one: string, address: string) => one !== address && routes.some((other) => other.address === one);
  const unseen = pages.filter(({ address }) => !seen.some((one) => !isOther(one, address) && new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(one)));
  expect(unseen.map(({ address }) => address)).toEqual([]);
});
