import { expect, test } from 'vitest';
import { freshness } from './freshness';

const now = new Date('2026-11-25T08:30:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.each([[0, 'fresh'], [41.9, 'fresh'], [42, 'doubtful'], [83.9, 'doubtful'], [84, 'hidden']] as const)('confirmée il y a %d jours : %s', (days, state) => expect(freshness(daysAgo(days), now)).toBe(state));
