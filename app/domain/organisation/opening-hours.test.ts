import { describe, expect, test } from 'vitest';
import { parseDayHours, parseOpeningHours, toOsmOpeningHours, uniteOpeningHours } from './opening-hours';
import { readTimes } from './opening-hours.times';

describe('les heures d’un jour', () => {
  test.each([
    ['9:00 - 12:00 / 13:30 - 17:00', [['09:00', '12:00'], ['13:30', '17:00']]],
    ['9:00 -12:00 /13:30- 17:00', [['09:00', '12:00'], ['13:30', '17:00']]],
    ['9:00 - 12:30 / 13:30 - 17:', [['09:00', '12:30'], ['13:30', '17:00']]],
    ['8:00\u00A0- 10:00', [['08:00', '10:00']]],
    ['9:00 – 12:00', [['09:00', '12:00']]],
    ['9h-12h30 et 14h-17h', [['09:00', '12:30'], ['14:00', '17:00']]],
    ['de 9 h 30 à 12 h', [['09:30', '12:00']]],
    ['9h à midi', [['09:00', '12:00']]],
    ['9: 12:30 / 13:30 17:', [['09:00', '12:30'], ['13:30', '17:00']]],
    ['9 : 00 - 12 : 30', [['09:00', '12:30']]],
    ['9.30-12.00', [['09:30', '12:00']]],
    ['8-12', [['08:00', '12:00']]],
    ['9:00 12:00 / 14:00 17:00', [['09:00', '12:00'], ['14:00', '17:00']]],
    ['9:00-12:00-12:00-17:00', [['09:00', '17:00']]],
  ])('« %s »', (text, intervals) => {
    expect(readTimes(text)).toEqual(intervals);
  });

  test.each(['Sur RDV', '17:00 - 9:00', '9:00', '9:00 - 12:00 / 13:30', '25:00 - 26:00', '9:75 - 12:00', 'Semaines paires : 9:00 - 12:00', '14:00 - 17:00 / 9:00 - 12:00'])('« %s » n’est pas deviné', (text) => {
    expect(readTimes(text)).toBeNull();
  });
});

describe('une colonne par jour', () => {
  test('ouvert, fermé, inconnu', () => {
    const hours = parseDayHours({ mon: '9:00 - 12:00', tue: '9:00 - 12:00', wed: '-', thu: 'Fermé', fri: '9:00 - 12:00 / 13:30 - 17:00', sat: 'Horaires non communiqués' });
    expect(hours).toEqual({ days: { mon: [['09:00', '12:00']], tue: [['09:00', '12:00']], wed: [], thu: [], fri: [['09:00', '12:00'], ['13:30', '17:00']] } });
    expect(toOsmOpeningHours(hours!)).toBe('Mo-Tu 09:00-12:00; Fr 09:00-12:00,13:30-17:00');
  });

  test('ce qui n’est pas une heure reste en mots, avec ses jours', () => {
    const cell = '9:00 - 12:30 / Sur RDV : 13:30 - 16:30';
    const hours = parseDayHours({ mon: cell, tue: cell, wed: cell, thu: 'Sur RDV' });
    expect(hours).toEqual({
      days: { mon: [['09:00', '12:30']], tue: [['09:00', '12:30']], wed: [['09:00', '12:30']] },
      note: 'Lundi à mercredi : Sur RDV : 13:30 - 16:30 ; Jeudi : Sur RDV',
    });
    expect(toOsmOpeningHours(hours!)).toBe('Mo-We 09:00-12:30 || "Lundi à mercredi : Sur RDV : 13:30 - 16:30 ; Jeudi : Sur RDV"');
  });

  test('un mot au début vaut pour la suite : rien n’est pris pour des heures d’ouverture', () => {
    expect(parseDayHours({ mon: 'Semaines paires : 9:00 - 12:00 / 13:00 - 17:00' })).toEqual({ days: {}, note: 'Lundi : Semaines paires : 9:00 - 12:00 / 13:00 - 17:00' });
  });

  test('rien de connu donne rien, tout fermé se dit', () => {
    expect(parseDayHours({ mon: '', tue: 'Horaires non communiqués' })).toBeNull();
    expect(toOsmOpeningHours(parseDayHours({ mon: '-', tue: '-' })!)).toBe('off');
  });
});

describe('la semaine en une phrase', () => {
  test.each([
    ['Du lundi au vendredi de 9h à 12h et de 14h à 17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Lun-Ven : 9h-12h / 14h-18h ; Sam : 9h-12h', 'Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00'],
    ['lundi, mardi et jeudi 8h30-12h', 'Mo-Tu 08:30-12:00; Th 08:30-12:00'],
    ['du lundi au jeudi de 8h30 à 12h et de 13h30 à 17h, le vendredi de 8h30 à 12h', 'Mo-Th 08:30-12:00,13:30-17:00; Fr 08:30-12:00'],
    ['Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00; Su off', 'Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00'],
    ['Tous les jours 9h-18h', 'Mo-Su 09:00-18:00'],
    ['24/7', 'Mo-Su 00:00-24:00'],
    ['Lundi : 9:00-12:00 Mardi : 9:00-12:00 Mercredi : fermé', 'Mo-Tu 09:00-12:00'],
    ['Ouvert du mardi au samedi : 10h - 19h', 'Tu-Sa 10:00-19:00'],
  ])('« %s »', (text, osm) => {
    expect(toOsmOpeningHours(parseOpeningHours(text)!)).toBe(osm);
  });

  test.each(['Sur rendez-vous', 'Du lundi au vendredi de 9h à 12h sauf vacances scolaires', 'Permanence le 2e mardi du mois', '9h-12h', 'Du vendredi au lundi 9h-12h', 'lundi'])('« %s » reste en mots', (text) => {
    expect(parseOpeningHours(text)).toEqual({ days: {}, note: text });
  });

  test('vide est rien', () => {
    expect([parseOpeningHours(''), parseOpeningHours(' - '), parseOpeningHours('non communiqué')]).toEqual([null, null, null]);
  });
});

test('deux horaires s’unissent jour par jour', () => {
  const a = parseOpeningHours('lundi 9h-12h')!;
  const b = parseDayHours({ mon: '11:00 - 14:00 / 15:00 - 17:00', tue: '-' })!;
  expect(uniteOpeningHours(a, b)).toEqual({ days: { mon: [['09:00', '14:00'], ['15:00', '17:00']], tue: [] } });
  expect(uniteOpeningHours({ days: {}, note: 'Sur rendez-vous' }, a)).toEqual({ days: { mon: [['09:00', '12:00']] }, note: 'Sur rendez-vous' });
});
