import { parseArgs } from 'node:util';

/**
 * Reads the options of a command; prints `usage` and leaves for --help, says what is wrong and leaves with 2 otherwise.
 * @param {string} usage
 * @param {import('node:util').ParseArgsConfig['options']} options
 */
export function readOptions(usage, options, { args = process.argv.slice(2), positionals = false } = {}) {
  try {
    const read = parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: positionals });
    if (!read.values.help) return { ...read.values, positionals: read.positionals };
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${frenchFor(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function frenchFor(error) {
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `L’option ${option} n’existe pas.`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `L’option ${option} est mal écrite.`;
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'Il y a un mot de trop sur la ligne.';
  throw error;
}

/** A port from what a person wrote, or a sentence. */
export function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`« ${text} » n’est pas un port : il faut un nombre entre 1 et 65535.`);
}
