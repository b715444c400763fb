import { expect, test } from 'vitest';
import { jobWords } from '~/domain/job/job-words';
import { tasks } from './tasks.server';

test.each(Object.keys(tasks))('the page of administrators has words for the task %s', (name) => {
  expect(jobWords(name)).not.toBe('Tâche de fond');
});
