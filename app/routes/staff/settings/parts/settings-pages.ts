import type { Permission } from '~/access/permissions';
import { paths } from '~/paths';

/** The pages of the settings, in order, and what each asks. */
export const settingsPages: { to: string; label: string; needs: Permission }[] = [
  { to: paths.settingsAgency(), label: 'Mission Locale', needs: 'agency.read' },
  { to: paths.settingsSites(), label: 'Sites', needs: 'agency.read' },
  { to: paths.settingsUsers(), label: 'Comptes', needs: 'user.manage' },
  { to: paths.settingsValues(), label: 'Valeurs locales', needs: 'value.manage' },
  { to: paths.settingsSources(), label: 'Sources d’offres', needs: 'agency.read' },
  { to: paths.settingsFeedback(), label: 'Signalements', needs: 'feedback.manage' },
  { to: paths.settingsJobs(), label: 'Tâches de fond', needs: 'job.read' },
  { to: paths.settingsMails(), label: 'Courriels', needs: 'job.read' },
];
