import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The root of the checkout, whatever the current directory is (spaces and accents included). */
export const root = path.resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** A path inside the checkout. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** A path inside `var/`, where everything that the installation writes lives. */
export const inVar = (...parts) => path.join(root, 'var', ...parts);
