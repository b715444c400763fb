import { expect, test } from 'vitest';
import { jobWords } from '~/domain/job/job-words';
import { tasks } from './tasks.server';

test.each(Object.entries(tasks))('the page of administrators says %s as the task does (app/domain/job/job-words.ts)', (name, { says }) => {
  expect(jobWords(name)).toBe(says);
});
