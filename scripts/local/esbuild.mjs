import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './paths.mjs';

// The esbuild that Vite builds the site with: one version, and nothing more to install.
function esbuild() {
  const here = createRequire(import.meta.url);
  return createRequire(here.resolve('vite'))('esbuild');
}

/** How the application's programs are bundled: ours in, packages out. */
const OPTIONS = {
  absWorkingDir: root, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external',
  jsx: 'automatic', tsconfig: path.join(root, 'tsconfig.json'), logLevel: 'warning',
}; // prettier-ignore

/** Bundles programs, `{ name: source file }`, into a folder of the checkout. */
export const bundle = (programs, outdir) => esbuild().build({ ...OPTIONS, entryPoints: programs, outdir, sourcemap: true, define: { 'process.env.NODE_ENV': '"production"' } });

/** The files of ours that a program is made of, itself included, as paths in the checkout. */
export async function sourcesOf(program) {
  const { metafile } = await esbuild().build({ ...OPTIONS, entryPoints: [program], outdir: 'build/none', write: false, metafile: true });
  return Object.keys(metafile.inputs).sort();
}
