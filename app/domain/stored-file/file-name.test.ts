import { expect, test } from 'vitest';
import { attachment, fileNameOf } from './file-name';

test.each([
  ['Convention.pdf', 'Convention.pdf'],
  ['Été 2026 – signée.PDF', 'Été 2026 – signée.PDF'],
  ['convention', 'convention.pdf'],
  ['facture.exe', 'facture.exe.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\moi\\a.pdf', 'a.pdf'],
  ['contrat\u202Efdp.exe', 'contratfdp.exe.pdf'],
  ['', 'fichier.pdf'],
  ['.htaccess', 'htaccess.pdf'],
])('%j est gardé sous %j', (sent, kept) => {
  expect(fileNameOf(sent, ['pdf'])).toBe(kept);
});

test('un nom de 10 000 lettres est raccourci', () => {
  expect([...fileNameOf('é'.repeat(10_000), ['pdf'])]).toHaveLength(154);
});

test('un nom ne sort jamais de son en-tête', () => {
  expect(attachment('Été "x"\r\n.pdf')).toBe(`attachment; filename="Ete x.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%22x%22%0D%0A.pdf`);
});
