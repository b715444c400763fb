import type { Ctx } from '~/access/context';
import { readSettings, settings, type SettingKey, type Settings } from './settings';

/** The settings of one's agency. */
export async function agencySettings(ctx: Ctx): Promise<Settings> {
  return readSettings(await ctx.db.setting.findMany({ select: { key: true, value: true } }));
}

/** Chooses the value of one setting. The audit trail keeps the former one. */
export async function changeSetting<K extends SettingKey>(ctx: Ctx, { key, value }: { key: K; value: Settings[K] }): Promise<void> {
  const checked = settings[key].schema.parse(value);
  await ctx.db.$executeRaw`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(checked)}::jsonb)
    ON CONFLICT (mission_locale_id, key) DO UPDATE SET value = excluded.value, updated_at = now() WHERE setting.value <> excluded.value`;
}
