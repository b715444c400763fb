import { expect, test } from 'vitest';
import { longestForm, readForm, valuesOf } from './form.server';

const typed = 'application/x-www-form-urlencoded';
const sent = (body: string | ReadableStream, type: string | null = typed) =>
  new Request('http://maillage.example/x', { method: 'POST', body, headers: type === null ? {} : { 'Content-Type': type }, duplex: 'half' } as RequestInit);
const refused = (request: Request) => readForm(request).then(() => 200, (thrown: { init?: { status?: number } }) => thrown.init?.status);

test('two megabytes pasted in a note are read whole', async () => {
  const note = 'Très long échange. '.repeat(110_000);
  expect(await readForm(sent(new URLSearchParams({ body: note }).toString()))).toEqual({ body: note });
});

test.each([
  ['JSON', () => sent('{"email":"a"}', 'application/json'), 415],
  ['plain text', () => sent('email=a', 'text/plain'), 415],
  ['a form whose parts have no boundary', () => sent('email=a', 'multipart/form-data'), 400],
  ['parts that are none', () => sent('--y\r\n', 'multipart/form-data; boundary=x'), 400],
  ['a text without end', () => sent(`body=${'a'.repeat(longestForm)}`), 413],
  ['a text without end nor announced length', () => sent(new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(1024 * 1024, 'a')) })), 413],
])('%s is answered, and is no error of ours', async (_what, request, status) => {
  expect(await refused(request())).toBe(status);
});

test('no field reaches what every object has', () => {
  const values = valuesOf([['__proto__', 'a'], ['__proto__[]', 'b'], ['constructor', 'c'], ['toString', 'd'], ['toString', 'e']]);
  expect(Object.entries(values)).toEqual([['__proto__', ['b']], ['constructor', 'c'], ['toString', ['d', 'e']]]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});
