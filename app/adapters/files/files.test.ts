import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskFiles } from './disk-files';
import { FileIsGone, newFileKey, type Files } from './files';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fichiers é '));
});
afterEach(() => rm(folder, { recursive: true }));

// The contract: each way of keeping files goes through all of it.
const ways: [string, () => Files][] = [['disque', () => diskFiles(folder)]];

describe.each(ways)('%s', (_name, open) => {
  test('rend les octets gardés, leur taille et leur empreinte', async () => {
    const files = open();
    const key = newFileKey();
    const kept = await files.put(key, Buffer.from('SIRET;Nom\n'));
    expect(kept).toEqual({ size: 10, sha256: 'e390bdafa2a5b688639294746bd7e76bf40d4b40384b31964399e876ced7c0fd' });
    expect((await buffer(await files.read(key))).toString()).toBe('SIRET;Nom\n');
  });

  test('un envoi coupé en route ne laisse rien', async () => {
    const files = open();
    const key = newFileKey();
    async function* cut() {
      yield Buffer.from('moitié');
      throw new Error('connexion perdue');
    }
    await expect(files.put(key, cut())).rejects.toThrow('connexion perdue');
    await expect(files.read(key)).rejects.toThrow(FileIsGone);
    expect((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())).toEqual([]);
  });

  test('un fichier supprimé n’est plus lisible, et le supprimer encore ne gêne pas', async () => {
    const files = open();
    const key = newFileKey();
    await files.put(key, Buffer.from('x'));
    await files.delete(key);
    await files.delete(key);
    await expect(files.path(key)).rejects.toThrow('Envoyez-le de nouveau');
  });

  test('une clé qui sort du dossier est refusée', async () => {
    await expect(open().put('../ailleurs', Buffer.from('x'))).rejects.toThrow('not a file key');
  });
});
