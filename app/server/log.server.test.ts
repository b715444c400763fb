import { afterEach, expect, test, vi } from 'vitest';
import { logError } from './log.server';

afterEach(() => void vi.restoreAllMocks());

/** What a machine that gathers logs would read of this error. */
function logged(error: unknown): string {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  logError(error, 'GET /partenaires/:id');
  vi.restoreAllMocks();
  return lines.join('');
}

const prisma = 'Invalid `prisma.contact.create()` invocation:\n\n{\n  data: {\n    lastName: "Zinzolin",\n    phone: "0536491208",\n+   partnershipId: String\n  }\n}\n\nArgument `partnershipId` is missing.';
test.each([
  ['a query that Prisma refuses', prisma, 'Argument `partnershipId` is missing.'],
  ['a value that is no date', 'Raw query failed. Code: `22007`. Message: `invalid input syntax for type date: "Zinzolin"`', 'invalid input syntax for type date: "…"'],
  ['a key that is there already', 'duplicate key value violates unique constraint "user_email"\nDetail: Key (email)=(zinzolin@ml.example) already exists.', 'Key (email)=(…) already exists.'],
  ['a JSON that is none', 'Unexpected token \'Z\', "Zinzolin habite là" is not valid JSON', 'Unexpected token \'Z\', "…" is not valid JSON'],
  ['the beginning of a JSON', 'Unexpected token \'Z\', "Zinzolin ha"... is not valid JSON', 'is not valid JSON'],
  ['a mail', 'no such user: zinzolin@ml.example', 'no such user: …@…'],
])('%s is logged without what somebody typed', (_what, message, kept) => {
  const line = logged(new Error(message));
  expect(line).not.toMatch(/zinzolin|0536491208/i);
  expect((JSON.parse(line) as { message: string; stack: string[] }).message).toContain(kept);
  expect((JSON.parse(line) as { stack: string[] }).stack.every((one) => one.startsWith('at '))).toBe(true);
});
