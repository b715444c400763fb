import { seal, unseal } from './sealed';

export const sealTotp = (secret: string, userId: string, base32: string) => seal(secret, 'totp', userId, base32);
export const unsealTotp = (secret: string, userId: string, sealed: string) => unseal(secret, 'totp', userId, sealed);
