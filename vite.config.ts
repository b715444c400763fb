import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  resolve: { alias: { '~/': here('./app/'), '#prisma': here('./prisma/generated/client.ts'), '#search/': here('./search/'), '#emails/': here('./emails/') } },
  optimizeDeps: { exclude: ['@node-rs/argon2'] }, // native, for the server: the browser has no use for it
  build: { target: 'es2022', sourcemap: false },
});
