import { env } from '~/server/env.server';
import { diskFiles } from './disk-files';
import type { Files } from './files';

/** Where this process keeps files, as the environment chooses. */
export function files(): Files {
  const { files: chosen } = env();
  switch (chosen.FILES) {
    case 'disk':
      return diskFiles(chosen.FILES_DIR);
  }
}
