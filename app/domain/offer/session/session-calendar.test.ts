import { expect, test } from 'vitest';
import { calendarOf } from './session-calendar';

test('une session pour l’agenda : heures universelles, ponctuation protégée, lignes de 75 octets', () => {
  const file = calendarOf({ id: 'a', title: `Atelier CV, ${'é'.repeat(60)} ; suite`, startsAt: new Date('2026-11-25T08:30:00Z'), endsAt: new Date('2026-11-25T11:00:00Z'), place: '3, rue des Gaves\nTarbes', cancelled: false, version: 2, link: 'https://maillage.example/offres/1' }, new Date('2026-11-20T00:00:00Z'));
  expect(file).toContain('DTSTART:20261125T083000Z\r\nDTEND:20261125T110000Z');
  expect(file).toContain('LOCATION:3\\, rue des Gaves\\nTarbes');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replace(/\r\n /g, '')).toContain('\\; suite');
});
