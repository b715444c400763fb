import type { Ctx } from '~/access/context';
import { mayBe, readSettings, type SettingKey, type Settings } from './settings';

/** The settings of one's agency. */
export async function agencySettings(ctx: Ctx): Promise<Settings> {
  return readSettings(await ctx.db.setting.findMany({ select: { key: true, value: true } }));
}

/** Chooses the value of one setting. The audit trail keeps the former one. The form has read it: throws a plain error for another shape. */
export async function changeSetting<K extends SettingKey>(ctx: Ctx, { key, value }: { key: K; value: Settings[K] }): Promise<void> {
  if (!mayBe(key, value)) throw new Error(`Not a value of ${key}`);
  await ctx.db.$executeRaw`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(value)}::jsonb)
    ON CONFLICT (mission_locale_id, key) DO UPDATE SET value = excluded.value, updated_at = now() WHERE setting.value <> excluded.value`;
}
