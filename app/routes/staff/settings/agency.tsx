import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { agencySchema } from '~/domain/agency/agency';
import { agencyLabels, type AgencyField } from '~/domain/agency/agency-words';
import { agencySettings, changeSetting } from '~/domain/agency/change-setting.server';
import { editAgency, getAgency } from '~/domain/agency/edit-agency.server';
import { reminderKeys, settings, type Settings } from '~/domain/agency/settings';
import { contactGuardSchema, remindersSchema } from '~/domain/agency/settings.schema';
import { ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { AgencyForm } from '~/routes/staff/settings/parts/agency-form';
import { GuardForm } from '~/routes/staff/settings/parts/guard-form';
import { RemindersForm } from '~/routes/staff/settings/parts/reminders-form';
import { SecurityForm } from '~/routes/staff/settings/parts/security-form';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { DescriptionList } from '~/ui/description-list';

export const loader = page('agency.read', async (ctx) => ({ agency: await getAgency(ctx), settings: await agencySettings(ctx), mayEdit: actorMay(ctx.actor, 'agency.edit') }));

export const action = commands({
  agency: command('agency.edit', agencySchema, async (ctx, input) => {
    await editAgency(ctx, input);
    return redirectWith(paths.settingsAgency(), { kind: 'ok', text: 'Les informations de la Mission Locale sont enregistrées.' });
  }),
  guard: command('agency.edit', contactGuardSchema, async (ctx, { contactGuardDays: value }) => {
    await changeSetting(ctx, { key: 'contactGuardDays', value });
    return redirectWith(paths.settingsAgency(), { kind: 'ok', text: value === 0 ? 'Plus personne ne sera prévenu d’un contact récent.' : 'Le nombre de jours est enregistré.' });
  }),
  reminders: command('agency.edit', remindersSchema, async (ctx, input) => {
    for (const key of reminderKeys) await changeSetting(ctx, { key, value: input[key] });
    return redirectWith(paths.settingsAgency(), { kind: 'ok', text: 'Les rappels sont enregistrés. Ils vaudront dès demain matin.' });
  }),
  security: command('agency.edit', z.object({ secondFactorForAdmins: ticked() }), async (ctx, { secondFactorForAdmins: value }) => {
    await changeSetting(ctx, { key: 'secondFactorForAdmins', value });
    return redirectWith(paths.settingsAgency(), { kind: 'ok', text: 'Le réglage de sécurité est enregistré.' });
  }),
});

export default function AgencySettings() {
  const { agency, settings: chosen, mayEdit } = useLoaderData<typeof loader>();
  if (!mayEdit) return <ReadOnly fields={agency.fields} secondFactor={chosen.secondFactorForAdmins} guardDays={chosen.contactGuardDays} chosen={chosen} />;
  return (
    <>
      <Card title="La Mission Locale">
        <AgencyForm key={agency.version} version={agency.version} fields={agency.fields} />
      </Card>
      <Card title="Contacts récents">
        <GuardForm key={chosen.contactGuardDays} contactGuardDays={chosen.contactGuardDays} />
      </Card>
      <Card title="Rappels">
        <RemindersForm key={reminderKeys.map((key) => chosen[key]).join()} chosen={chosen} />
      </Card>
      <Card title="Sécurité">
        <SecurityForm secondFactorForAdmins={chosen.secondFactorForAdmins} />
      </Card>
    </>
  );
}

const sayReminder = (key: (typeof reminderKeys)[number], value: number) => (value === 0 ? 'Jamais' : key === 'silenceMonths' ? `Après ${value} mois` : key === 'offerAskWeeks' ? `Après ${value} semaines` : `${value} jours avant`);

/** For the management, which reads without changing. */
function ReadOnly({ fields, secondFactor, guardDays, chosen }: { fields: Record<AgencyField, string>; secondFactor: boolean; guardDays: number; chosen: Settings }) {
  return (
    <>
      <Card title="La Mission Locale">
        <DescriptionList items={(Object.keys(agencyLabels) as AgencyField[]).map((field) => ({ term: agencyLabels[field], detail: fields[field] }))} />
      </Card>
      <Card title="Contacts récents">
        <DescriptionList items={[{ term: settings.contactGuardDays.label, detail: guardDays === 0 ? 'Jamais' : `Pendant ${guardDays} jours` }]} />
      </Card>
      <Card title="Rappels">
        <DescriptionList items={reminderKeys.map((key) => ({ term: settings[key].label, detail: sayReminder(key, chosen[key]) }))} />
      </Card>
      <Card title="Sécurité">
        <DescriptionList items={[{ term: settings.secondFactorForAdmins.label, detail: secondFactor ? 'Oui' : 'Non' }]} />
        <p className="muted">Seul un compte d’administration change ces réglages.</p>
      </Card>
    </>
  );
}
