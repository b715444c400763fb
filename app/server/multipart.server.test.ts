import { describe, expect, test } from 'vitest';
import { BodyWasCut, readMultipart } from './multipart.server';

const type = 'multipart/form-data; boundary=----trait';
const part = (disposition: string, content: string) => `------trait\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const end = '------trait--\r\n';

async function read(text: string, size = 7) {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: { name: string; fileName: string | null; content: string }[] = [];
  for await (const event of readMultipart(pieces(), type)) {
    if (event.kind === 'part') parts.push({ name: event.name, fileName: event.fileName, content: '' });
    else parts.at(-1)!.content += event.bytes.toString('latin1');
  }
  return parts;
}

describe('un formulaire avec fichier', () => {
  test.each([1, 3, 64, 10_000])('se lit quelle que soit la taille des morceaux (%i octets)', async (size) => {
    const parts = await read(part('name="columns"', 'ask') + part('name="file"; filename="a.csv"', 'SIRET;Nom\r\n--\r\n------traî\r\n1;2') + end, size);
    expect(parts).toEqual([
      { name: 'columns', fileName: null, content: 'ask' },
      { name: 'file', fileName: 'a.csv', content: Buffer.from('SIRET;Nom\r\n--\r\n------traî\r\n1;2').toString('latin1') },
    ]);
  });

  test.each([
    ['liste; partenaires=2026.csv', 'liste; partenaires=2026.csv'],
    ['été à l’école.xlsx', 'été à l’école.xlsx'],
    ['C:\\Users\\nadia\\liste.csv', 'liste.csv'],
    ['../../etc/passwd', 'passwd'],
    ['un %22titre%22.csv', 'un "titre".csv'],
    ['', ''],
  ])('garde le nom « %s »', async (given, expected) => {
    const [only] = await read(part(`name="file"; filename="${given}"`, 'x') + end);
    expect(only?.fileName).toBe(expected);
  });

  test('se lit jusqu’au bout : une demande laissée en chemin perdrait sa réponse', async () => {
    let isRead = false;
    async function* pieces() {
      yield Buffer.from(part('name="body"', 'Bonjour') + end);
      yield Buffer.from('\r\n');
      isRead = true;
    }
    for await (const event of readMultipart(pieces(), type)) expect(event).toBeDefined();
    expect(isRead).toBe(true);
  });

  test('un envoi coupé n’est pas pris pour un envoi entier', async () => {
    await expect(read(part('name="file"; filename="a.csv"', 'SIRET;Nom'))).rejects.toThrow(BodyWasCut);
  });
});
