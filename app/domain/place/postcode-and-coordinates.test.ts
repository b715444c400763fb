import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCoordinatePair, parseCoordinates } from './coordinates';
import { boundingBox, distanceKm, isInside } from './geo';
import { departementOfCommuneCode, departementOfPostcode, parsePostcode } from './postcode';

describe('codes postaux', () => {
  test.each([
    ['65000', '65000', null, false],
    ['65 000', '65000', null, false],
    ['F-65000', '65000', null, false],
    ['1000', '01000', null, true],
    ['1000.0', '01000', null, true],
    ['65013 CEDEX 9', '65013', 'CEDEX 09', false],
    ['69281 Cedex', '69281', 'CEDEX', false],
    ['65000 TARBES', '65000', null, false],
    ['\u00A065000 ', '65000', null, false],
  ])('« %s »', (text, postcode, cedex, restored) => {
    expect(parsePostcode(text)).toEqual({ ok: true, postcode, cedex, restored });
  });

  test.each([['650', /5 chiffres/], ['650000', /5 chiffres/], ['AB123', /5 chiffres/], ['00123', /n’existe pas/], ['96000', /n’existe pas/], ['98000', /n’existe pas/]])('« %s » est refusé', (text, reason) => {
    expect(parsePostcode(text)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  test.each([['20000', '2A'], ['20167', '2A'], ['20200', '2B'], ['20620', '2B'], ['97110', '971'], ['97133', '977'], ['97150', '978'], ['97400', '974'], ['98800', '988'], ['01000', '01'], ['95999', '95'], ['00100', null], ['99000', null]])(
    'le code postal %s est du département %s',
    (postcode, departement) => {
      expect(departementOfPostcode(postcode)).toBe(departement);
    },
  );

  test('le code d’une commune porte celui de son département', () => {
    expect(['65440', '2A004', '97105', '98818'].map(departementOfCommuneCode)).toEqual(['65', '2A', '971', '988']);
  });
});

describe('coordonnées', () => {
  test('point ou virgule, une ou deux cellules', () => {
    const tarbes = { ok: true, point: { latitude: 43.2329, longitude: 0.0781 }, swapped: false };
    expect(parseCoordinates('43,2329', '0,0781')).toEqual(tarbes);
    expect(parseCoordinates(' 43.2329 ', '0.0781')).toEqual(tarbes);
    for (const pair of ['43.2329,0.0781', '43.2329, 0.0781', '43,2329;0,0781', '43,2329 0,0781', '43,2329,0,0781', '(43.2329, 0.0781)', '43,2329, 0,0781']) {
      expect(parseCoordinatePair(pair), pair).toEqual(tarbes);
    }
  });

  test('latitude et longitude échangées sont remises à l’endroit, et c’est dit', () => {
    expect(parseCoordinates('2.3522', '48.8566')).toEqual({ ok: true, point: { latitude: 48.8566, longitude: 2.3522 }, swapped: true });
    expect(parseCoordinates('55,63042', '-21,3449')).toMatchObject({ ok: true, swapped: true });
  });

  test('l’outre-mer est en France ; 0,0, Londres et un texte n’y sont pas', () => {
    for (const [lat, lon] of [['16.24', '-61.53'], ['4.93', '-52.33'], ['-20.88', '55.45'], ['-12.78', '45.23'], ['46.78', '-56.18'], ['-22.27', '166.44']] as const) {
      expect(parseCoordinates(lat, lon), `${lat} ${lon}`).toMatchObject({ ok: true, swapped: false });
    }
    expect(parseCoordinates('0', '0')).toMatchObject({ ok: false, reason: expect.stringMatching(/aucun lieu/) });
    expect(parseCoordinates('51.5', '-0.12')).toMatchObject({ ok: false, reason: expect.stringMatching(/hors de France/) });
    expect(parseCoordinates('nord', '2')).toMatchObject({ ok: false, reason: expect.stringMatching(/pas des nombres/) });
    expect(parseCoordinatePair('48.85')).toMatchObject({ ok: false });
  });
});

describe('distances', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 };

  test('Paris est à 392 km de Lyon et à 0 km de lui-même', () => {
    expect(distanceKm(paris, { latitude: 45.764, longitude: 4.8357 })).toBeCloseTo(391.5, 0);
    expect(distanceKm(paris, paris)).toBe(0);
  });

  test('le rectangle contient tout ce qui est dans le rayon', () => {
    const place = fc.record({ latitude: fc.double({ min: -60, max: 60, noNaN: true }), longitude: fc.double({ min: -170, max: 170, noNaN: true }) });
    fc.assert(
      fc.property(place, fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100 }), (centre, dLat, dLon, radius) => {
        const near = { latitude: centre.latitude + dLat, longitude: centre.longitude + dLon };
        if (distanceKm(centre, near) <= radius) expect(isInside(boundingBox(centre, radius), near)).toBe(true);
      }),
    );
  });
});
