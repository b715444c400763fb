const NEEDED = [20, 19];

/** A sentence when this version of Node (`v20.18.1`) is too old, else null. */
export function nodeProblem(version = process.version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return `Maillage demande Node ${NEEDED.join('.')} ou plus récent ; ici : ${version}. Installez la version LTS : https://nodejs.org (Node ${NEEDED.join('.')}+ is required).`;
}
