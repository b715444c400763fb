import { expect, test } from 'vitest';
import { digestId } from './digest';
import { dueGroup, dueWords, lateWords } from './due';
import { parisDay, parisHour } from '~/domain/text/paris-day';
import { snoozes } from './snooze';
import { easter, isWorkingDay, nextWorkingDay } from './working-day';

test('Easter falls where the calendars put it', () => {
  expect([2024, 2025, 2026, 2027, 2038, 2049].map(easter)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2049-04-18']);
});

test('the eleven holidays of a year are no working days, nor are Saturdays and Sundays', () => {
  const days = ['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25', '2026-11-21', '2026-11-22'];
  expect(days.filter(isWorkingDay)).toEqual([]);
  expect(isWorkingDay('2026-11-23')).toBe(true);
  expect(nextWorkingDay('2026-12-24')).toBe('2026-12-28');
});

test('the day is that of Paris: at 23:30 in UTC it is tomorrow, in winter as in summer', () => {
  expect([parisDay(new Date('2026-11-22T23:30:00Z')), parisDay(new Date('2026-07-01T22:30:00Z')), parisHour(new Date('2026-07-01T05:10:00Z'))]).toEqual(['2026-11-23', '2026-07-02', 7]);
});

test.each([
  ['2026-11-20', 'late', 'il y a 4 jours'], ['2026-11-23', 'late', 'hier'], ['2026-11-24', 'today', 'aujourd’hui'], ['2026-11-25', 'week', 'demain'], ['2026-11-29', 'week', 'dimanche'], ['2026-11-30', 'later', 'lundi'], ['2026-12-24', 'later', 'le 24 décembre 2026'], ['2026-01-01', 'late', 'le 1er janvier 2026'],
])('on Tuesday 24 November, %s is %s and said « %s »', (day, group, words) => {
  expect([dueGroup(day, '2026-11-24'), dueWords(day, '2026-11-24')]).toEqual([group, words]);
});

test('how late it is, as one says it', () => {
  expect(['2026-11-23', '2026-11-20', '2026-09-01'].map((day) => lateWords(day, '2026-11-24'))).toEqual(['en retard d’un jour', 'en retard de 4 jours', 'en retard depuis le 1er septembre 2026']);
});

test('on a Sunday, tomorrow is of the week', () => {
  expect(['2026-11-23', '2026-11-29', '2026-11-30'].map((day) => dueGroup(day, '2026-11-22'))).toEqual(['week', 'week', 'later']);
});

test('what is put off lands on a day of work', () => {
  expect([snoozes.tomorrow.to('2026-11-20'), snoozes.monday.to('2026-11-23'), snoozes.week.to('2026-12-18'), snoozes.month.to('2026-10-12')]).toEqual(['2026-11-23', '2026-11-30', '2026-12-28', '2026-11-12']);
});

test('the mail of a person and a day has one id, whatever asks for it', () => {
  expect(digestId('a', '2026-11-24')).toBe(digestId('a', '2026-11-24'));
  expect(digestId('a', '2026-11-24')).not.toBe(digestId('a', '2026-11-25'));
  expect(digestId('a', '2026-11-24')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
