import { describe, expect, test } from 'vitest';
import { romeRows } from './rome-rows';

const jobs = Buffer.from('code_rome;libelle_rome\nI1401;Maintenance informatique et bureautique\nD1102;Boulangerie, viennoiserie | pain\n');
const titles = (separator: string, quote = '') =>
  ['ogr;rome_code;libelle_appellation_long'.replaceAll(';', separator), ['10', 'D1102', `${quote}Boulanger, pâtissier / Boulangère, pâtissière${quote}`].join(separator), ['11', 'I1401', 'Technicien / Technicienne de maintenance'].join(separator)].join('\r\n');

describe('les fichiers du ROME', () => {
  test('un libellé qui a une virgule ou une barre reste entier : un fichier n’a qu’un séparateur', async () => {
    const read = await romeRows({ jobs, titles: Buffer.from(titles(';')) });
    expect(read.jobs.map(({ label }) => label)).toEqual(['Maintenance informatique et bureautique', 'Boulangerie, viennoiserie | pain']);
    expect(read.titles[0]).toEqual({ jobCode: 'D1102', label: 'Boulanger, pâtissier / Boulangère, pâtissière' });
  });

  test.each([['des virgules', Buffer.from(titles(',', '"'))], ['des tabulations', Buffer.from(titles('\t'))], ['des barres, enregistré par Excel', Buffer.from(titles('|'), 'latin1')], ['une marque d’ordre', Buffer.from(`\uFEFF${titles(';')}`)]])('avec %s', async (_how, file) => {
    expect((await romeRows({ jobs, titles: file })).titles).toEqual([{ jobCode: 'D1102', label: 'Boulanger, pâtissier / Boulangère, pâtissière' }, { jobCode: 'I1401', label: 'Technicien / Technicienne de maintenance' }]);
  });

  test('d’autres colonnes : on dit lesquelles il faut', async () => {
    await expect(romeRows({ jobs: Buffer.from('a;b\n1;2\n'), titles: Buffer.from(titles(';')) })).rejects.toThrow('code_rome et libelle_rome');
    await expect(romeRows({ jobs, titles: jobs })).rejects.toThrow('rome_code et libelle_appellation_long');
  });
});
