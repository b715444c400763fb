import net from 'node:net';
import { expect, test } from 'vitest';
import { freePortFrom, isFree } from './ports.mjs';

test('takes the first free port', async () => {
  expect(await freePortFrom(3000, { free: async (port) => port >= 3002 })).toBe(3002);
});

test('says so when none is free', async () => {
  await expect(freePortFrom(3000, { span: 5, free: async () => false })).rejects.toThrow('Aucun port libre entre 3000 et 3004');
});

test('never goes past the last port', async () => {
  await expect(freePortFrom(65_534, { free: async () => false })).rejects.toThrow('Aucun port libre');
});

test('a port where someone listens is not free', async () => {
  const server = net.createServer();
  const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port)));
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});
