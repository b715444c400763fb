import { expect, test } from 'vitest';
import { readCommuneCentres } from './commune-centres';

test.each([
  ['des virgules', 'code_insee,nom,latitude,longitude\n65440,Tarbes,43.2327,0.0781\n'],
  ['des points-virgules, des virgules décimales, un autre ordre', '\uFEFFLongitude;Code_INSEE;Latitude\r\n0,0781;65440;43,2327\r\n'],
  ['la colonne « code »', 'code,latitude,longitude\n65440,43.2327,0.0781'],
])('%s', (_what, text) => expect(readCommuneCentres(text)).toEqual({ centres: [{ code: '65440', latitude: 43.2327, longitude: 0.0781 }], swapped: 0, refused: 0 }));

test('un zéro perdu par un tableur revient ; ce qui est illisible ou hors de France est compté', () => {
  const text = 'code_insee,latitude,longitude\n1033,46.1,5.82\n2A004,41.93,8.74\nx,46,5\n65440,,\n65440,NaN,0\n65440,12,-30\n65440,0,0\n';
  expect(readCommuneCentres(text)).toEqual({ centres: [{ code: '01033', latitude: 46.1, longitude: 5.82 }, { code: '2A004', latitude: 41.93, longitude: 8.74 }], swapped: 0, refused: 5 });
});

test('latitude et longitude échangées sont remises dans l’ordre, et comptées', () => {
  expect(readCommuneCentres('code_insee,latitude,longitude\n65440,0.0781,43.2327\n')).toEqual({ centres: [{ code: '65440', latitude: 43.2327, longitude: 0.0781 }], swapped: 1, refused: 0 });
});

test.each([['vide', '', /Aucune ligne/], ['sans les colonnes', 'nom;x\nTarbes;1', /colonnes code_insee/], ['un guillemet jamais fermé', 'code_insee,latitude,longitude\n"65440,43.2,0.1', /pas un tableau/]])('un fichier %s est refusé', (_what, text, sentence) => {
  expect(() => readCommuneCentres(text)).toThrow(sentence);
});
