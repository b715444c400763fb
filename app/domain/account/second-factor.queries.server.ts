import QRCode from 'qrcode';
import type { Db } from '~/access/context';
import { unsealTotp } from './second-factor-secret';
import { totpUri } from './totp';

/** Does some agency of this person ask its administrators for a second factor? */
export async function secondFactorIsRequired(db: Db, userId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ required: boolean }[]>`SELECT EXISTS (SELECT FROM membership m JOIN setting g ON g.mission_locale_id = m.mission_locale_id
    WHERE m.user_id = ${userId}::uuid AND m.role = 'admin' AND m.ended_at IS NULL AND g.key = 'secondFactorForAdmins' AND g.value = 'true') AS required`;
  return row?.required ?? false;
}

export type SecondFactorState =
  | { state: 'none'; isRequired: boolean }
  /** A secret waits to be read by the telephone: as a picture, and in groups of four letters to be typed. */
  | { state: 'begun'; isRequired: boolean; picture: string; typed: string }
  | { state: 'on'; isRequired: boolean; since: Date; recoveryCodesLeft: number };

/** Where a person stands with their second factor, and what is needed for the next step. As the system. */
export async function secondFactorOf(db: Db, secret: string, { userId, email }: { userId: string; email: string }): Promise<SecondFactorState> {
  const isRequired = await secondFactorIsRequired(db, userId);
  const credential = await db.credential.findUnique({ where: { userId } });
  if (credential?.totpEnabledAt) return { state: 'on', isRequired, since: credential.totpEnabledAt, recoveryCodesLeft: credential.recoveryHashes.length };
  if (!credential?.totpSecret) return { state: 'none', isRequired };
  const base32 = unsealTotp(secret, userId, credential.totpSecret);
  const svg = await QRCode.toString(totpUri(base32, email), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { state: 'begun', isRequired, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, typed: base32.match(/.{1,4}/g)?.join(' ') ?? base32 };
}
