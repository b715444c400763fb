import { redirect } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { ownAccount } from '~/domain/account/account.queries.server';
import { changePasswordSchema, chooseSchema, editProfileSchema } from '~/domain/account/account.schema';
import { changePassword } from '~/domain/account/change-password.server';
import { editProfile } from '~/domain/account/edit-profile.server';
import { switchDigest, wantsDigest } from '~/domain/account/switch-digest.server';
import { switchMembership } from '~/domain/account/switch-membership.server';
import { ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import type { loader as rootLoader } from '~/root';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { LinkButton } from '~/ui/link-button';
import { ThemeSwitch } from '~/ui/theme-switch';
import { DigestForm } from './digest-form';
import { PasswordForm } from './password-form';
import { PlaceForm } from './place-form';
import { ProfileForm } from './profile-form';

export const loader = page('account.own', async (ctx) => ({ ...(await ownAccount(ctx)), mayHandOver: actorMay(ctx.actor, 'portfolio.handover'), digest: actorMay(ctx.actor, 'task.read') ? { isWanted: wantsDigest(ctx.actor) } : null }));

export const action = commands({
  profile: command('account.own', editProfileSchema, async (ctx, input) => {
    await editProfile(ctx, input);
    return redirectWith(paths.account(), { kind: 'ok', text: 'Votre profil est enregistré.' });
  }),
  password: command('account.own', changePasswordSchema, async ({ actor }, input, { address }) => {
    await changePassword(asSystem, env().APP_SECRET, { ...actor, address }, input);
    return redirectWith(paths.account(), { kind: 'ok', text: 'Votre mot de passe est changé. Vos autres appareils sont déconnectés.' });
  }),
  digest: command('task.read', z.object({ isWanted: ticked() }), async (ctx, { isWanted }) => {
    await switchDigest(ctx, { isWanted });
    return redirectWith(paths.account(), { kind: 'ok', text: isWanted ? 'Vous recevrez vos tâches du jour chaque matin.' : 'Vous ne recevrez plus le courriel du matin.' });
  }),
  place: command('account.own', chooseSchema, async (ctx, { id }) => {
    await switchMembership(ctx, { membershipId: id });
    return redirect(paths.home());
  }),
});

export default function Profile() {
  const { mayHandOver, digest, places, email, version, firstName, lastName, phone } = useLoaderData<typeof loader>();
  const theme = useRouteLoaderData<typeof rootLoader>('root')?.theme ?? null;
  const aside = (
    <>
      {places.length > 1 && (
        <Card title="Où vous travaillez">
          <PlaceForm places={places} />
        </Card>
      )}
      {digest && (
        <Card title="Courriel du matin">
          <DigestForm key={String(digest.isWanted)} isWanted={digest.isWanted} />
        </Card>
      )}
      {mayHandOver && (
        <Card title="Votre portefeuille">
          <p className="mb-3">Vous changez de secteur ou vous partez ? Confiez vos partenaires à un·e collègue, en entier ou par territoire.</p>
          <LinkButton to={paths.handovers()} icon="users">Transmettre mes partenaires</LinkButton>
        </Card>
      )}
      <Card title="Apparence">
        <ThemeSwitch theme={theme === 'light' || theme === 'dark' ? theme : null} />
        <noscript>Maillage suit le réglage clair ou sombre de votre appareil.</noscript>
      </Card>
    </>
  );
  return (
    <Columns aside={aside}>
      <Card title="Profil">
        <ProfileForm key={version} version={version} email={email} fields={{ firstName, lastName, phone }} />
      </Card>
      <Card title="Mot de passe">
        <PasswordForm email={email} />
      </Card>
    </Columns>
  );
}
