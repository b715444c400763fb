import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { automaticHeaders, type Mailer } from './mailer';

/** Messages as `.eml` files of a folder, named so that they sort by date: for one machine, where nothing must leave. */
export function fileMailer({ folder, from }: { folder: string; from: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      try {
        const { message } = await transport.sendMail({ ...mail, from, headers: automaticHeaders });
        const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${mail.messageId.replace(/@.*|[^\w-]/g, '')}.eml`;
        const unfinished = path.join(folder, `.${name}.part`);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(unfinished, message, { mode: 0o600 });
        await rename(unfinished, path.join(folder, name));
        return { accepted: true };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'inconnue';
        return { accepted: false, permanent: false, reason: `Le message ne s’écrit pas dans le dossier des courriels (${code}).` };
      }
    },
    close: () => transport.close(),
  };
}
