import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

/** The table of addresses: French URL → file. Read it to know the site. */
export default [
  layout('routes/public/frame.tsx', [
    route('connexion', 'routes/public/login.tsx'),
    route('connexion/code', 'routes/public/second-factor.tsx'),
    route('connexion/double-authentification', 'routes/public/second-factor-setup.tsx'),
    route('mot-de-passe-oublie', 'routes/public/forgotten-password.tsx'),
    route('mot-de-passe/:token', 'routes/public/reset-password.tsx'),
    route('invitation/:token', 'routes/public/accept-invitation.tsx'),
    route('accessibilite', 'routes/public/accessibility.tsx'),
    route('deconnexion', 'routes/public/logout.tsx'),
    route('donnees-personnelles', 'routes/public/personal-data.tsx'),
  ]),

  layout('routes/staff/frame.tsx', [
    index('routes/staff/home.tsx'),
    route('partenaires', 'routes/staff/partners/list.tsx'),
    route('partenaires/nouveau', 'routes/staff/partners/new.tsx'),
    route('partenaires/import', 'routes/staff/partners/import/list.tsx'),
    route('partenaires/import/:importId', 'routes/staff/partners/import/batch.tsx'),
    route('partenaires/:partnerId', 'routes/staff/partners/record.tsx', [
      index('routes/staff/partners/overview.tsx'),
      route('interlocuteurs', 'routes/staff/partners/contacts.tsx'),
      route('notes', 'routes/staff/partners/notes.tsx'),
      route('historique', 'routes/staff/partners/history.tsx'),
    ]),
    route('partenaires/:partnerId/modifier', 'routes/staff/partners/edit.tsx'),
    route('compte', 'routes/staff/account/frame.tsx', [
      index('routes/staff/account/profile.tsx'),
      route('sessions', 'routes/staff/account/sessions.tsx'),
      route('double-authentification', 'routes/staff/account/second-factor.tsx'),
    ]),
    route('reglages', 'routes/staff/settings/frame.tsx', [
      index('routes/staff/settings/index.tsx'),
      route('agence', 'routes/staff/settings/agency.tsx'),
      route('sites', 'routes/staff/settings/sites.tsx'),
      route('comptes', 'routes/staff/settings/users.tsx'),
      route('comptes/:membershipId', 'routes/staff/settings/user.tsx'),
      route('valeurs', 'routes/staff/settings/value-sets.tsx'),
      route('valeurs/:set', 'routes/staff/settings/values.tsx'),
      route('taches', 'routes/staff/settings/jobs.tsx'),
      route('courriels', 'routes/staff/settings/mails.tsx'),
    ]),
    route('composants', 'routes/staff/gallery.tsx'),
  ]),

  // Answers without a page: files, lists for scripts.
  route('partenaires/export', 'routes/staff/partners/export.ts'),
  route('partenaires/compteurs', 'routes/staff/partners/facets.ts'),
  route('partenaires/changements/:changeId/annuler', 'routes/staff/partners/undo-change.ts'),
  route('partenaires/doublons', 'routes/staff/partners/known.ts'),
  route('partenaires/:partnerId/interlocuteurs/:contactId/retablir', 'routes/staff/partners/restore-contact.ts'),
  route('partenaires/:partnerId/notes/:noteId/retablir', 'routes/staff/partners/restore-note.ts'),
  route('partenaires/import/:importId/lignes-refusees', 'routes/staff/partners/import/refused.ts'),
  route('partenaires/import/:importId/avancement', 'routes/staff/partners/import/progress.ts'),
  route('recherche-rapide', 'routes/staff/palette.ts'),
  route('communes', 'routes/staff/communes.ts'),
  route('dev/mail', 'routes/dev/mailbox.tsx'),
  route('dev/mail/:file', 'routes/dev/mail.ts'),
  route('ready', 'routes/api/ready.ts'),
  route('metrics', 'routes/api/metrics.ts'),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig;
