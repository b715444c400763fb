import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { seal, unseal } from './sealed';
import { newTotpSecret, totpUri, typedCode, windowOfCode } from './totp';

// RFC 6238, appendix B: the secret "12345678901234567890" gives 94287082 at 59 s, of which six digits are shown.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test('le code de la norme est reconnu, avec sa fenêtre', () => {
  expect(windowOfCode(rfcSecret, '287082', at(59))).toBe(1);
  expect(windowOfCode(rfcSecret, '081804', at(1111111109))).toBe(Math.floor(1111111109 / 30));
});

test('un téléphone en avance ou en retard de trente secondes passe, d’une minute non', () => {
  const now = 1_700_000_000;
  const codeAt = (seconds: number) => new TOTP({ secret: rfcSecret }).generate({ timestamp: seconds * 1000 });
  const window = Math.floor(now / 30);
  expect([-1, 0, 1].map((shift) => windowOfCode(rfcSecret, codeAt(now + shift * 30), at(now)))).toEqual([window - 1, window, window + 1]);
  expect([-2, 2].map((shift) => windowOfCode(rfcSecret, codeAt(now + shift * 30), at(now)))).toEqual([null, null]);
});

test.each(['', '28708', '2870822', '28708a', 'null', '２８７０８２'])('« %s » n’est pas un code', (code) => {
  expect(windowOfCode(rfcSecret, code, at(59))).toBeNull();
});

test('on copie un code avec des espaces', () => {
  expect(typedCode(' 287 082 ')).toBe('287082');
});

test('l’adresse lue par le téléphone dit qui et où', () => {
  expect(totpUri(rfcSecret, 'zoe@ml.example')).toBe(`otpauth://totp/Maillage:zoe%40ml.example?issuer=Maillage&secret=${rfcSecret}&algorithm=SHA1&digits=6&period=30`);
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});

test('un secret scellé ne s’ouvre que pour son propriétaire, son usage et sa clé, et s’il est intact', () => {
  const sealed = seal('s'.repeat(32), 'totp', 'zoe', rfcSecret);
  expect(sealed).not.toContain(rfcSecret);
  expect(unseal('s'.repeat(32), 'totp', 'zoe', sealed)).toBe(rfcSecret);
  expect(() => unseal('s'.repeat(32), 'totp', 'léo', sealed)).toThrow();
  expect(() => unseal('s'.repeat(32), 'autre', 'zoe', sealed)).toThrow();
  expect(() => unseal('t'.repeat(32), 'totp', 'zoe', sealed)).toThrow();
  const [version, iv, text = '', tag] = sealed.split('.');
  const altered = [version, iv, (text.startsWith('A') ? 'B' : 'A') + text.slice(1), tag].join('.');
  expect(() => unseal('s'.repeat(32), 'totp', 'zoe', altered)).toThrow();
  expect(() => unseal('s'.repeat(32), 'totp', 'zoe', rfcSecret)).toThrow('not a sealed text');
  expect(() => unseal('s'.repeat(32), 'totp', 'zoe', [version, iv, text, (tag ?? '').slice(0, 6)].join('.'))).toThrow();
});

test('dix codes de secours, tous différents, sans lettre qui se confonde, et reconnus comme on les recopie', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$/);
  const [code = ''] = codes;
  const hash = recoveryHash('s'.repeat(32), 'zoe', code);
  expect(recoveryHash('s'.repeat(32), 'zoe', ` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(hash);
  expect(recoveryHash('s'.repeat(32), 'léo', code)).not.toBe(hash);
});
