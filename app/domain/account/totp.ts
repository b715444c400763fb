import { Secret, TOTP } from 'otpauth';

/** What every authenticator application understands (RFC 6238): SHA-1, six digits, thirty seconds. */
const shape = { issuer: 'Maillage', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of 160 bits, in base32 as it is typed by hand. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

/** What the QR code says to the application of the telephone. */
export const totpUri = (base32: string, email: string) => new TOTP({ ...shape, label: email, secret: base32 }).toString();

/**
 * The 30-second window that this code belongs to, the present one or a neighbour (telephones' clocks drift); null when it is
 * no code of this secret. The caller keeps the window, so that a code serves once.
 */
export function windowOfCode(base32: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = new TOTP({ ...shape, secret: base32 }).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / shape.period) + delta;
}

/** Six digits as people copy them: with spaces. */
export const typedCode = (text: string) => text.replace(/[\s.-]/g, '');
