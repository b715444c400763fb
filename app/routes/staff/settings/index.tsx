import { redirect } from '@remix-run/node';
import { actorMay } from '~/access/actor';
import { paths } from '~/paths';
import { settingsPages } from '~/routes/staff/settings/parts/settings-pages';
import { page } from '~/server/http.server';

/** The first of the settings that this person may open. */
export const loader = page('settings.open', async ({ actor }) => redirect(settingsPages.find(({ needs }) => actorMay(actor, needs))?.to ?? paths.home()));

export default function Settings() {
  return null;
}
