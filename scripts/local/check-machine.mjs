import fs from 'node:fs';
import { findChromium } from './chromium.mjs';
import { staleReason } from './install.mjs';
import { nodeProblem } from './node-version.mjs';
import { inRoot, inVar, root } from './paths.mjs';
import { isFree } from './ports.mjs';
import { runningHere } from './running.mjs';

/** What `npm run doctor` finds of the machine and the checkout: `{ what, state: 'ok' | 'warn' | 'bad', says, mend? }`. */
export async function checkMachine() {
  return [node(), modules(), await freshness(), await port(), chromium(), ...folders(), disk(), ...outside()];
}

const ok = (what, says) => ({ what, state: 'ok', says });
const warn = (what, says, mend) => ({ what, state: 'warn', says, mend });
const bad = (what, says, mend) => ({ what, state: 'bad', says, mend });

/** What is asked of other services, as .env chooses. */
export function outside() {
  const chosen = (name, off) => (process.env[name] && process.env[name] !== off ? process.env[name] : null);
  const sources = [chosen('DATA_INCLUSION', 'off') && 'data.inclusion', chosen('FRANCE_TRAVAIL', 'off') && 'France Travail'].filter(Boolean);
  return [ok('Adresses', chosen('GEOCODER', 'communes') ? 'par la Géoplateforme' : 'au centre de la commune'), ok('Offres d’ailleurs', sources.join(', ') || 'aucune source configurée')];
}

function node() {
  const problem = nodeProblem();
  return problem ? bad('Node', process.version, 'installer la version LTS de https://nodejs.org') : ok('Node', process.version);
}

function modules() {
  const reason = staleReason();
  return reason ? bad('Dépendances', reason, 'npm install') : ok('Dépendances', 'comme le verrou');
}

async function freshness() {
  const { isBuilt } = await import('../build.mjs');
  if (isBuilt()) return ok('Construction', 'à jour');
  return warn('Construction', fs.existsSync(inRoot('build', '.stamp')) ? 'les sources ont changé' : 'pas encore faite', 'npm run build');
}

async function port() {
  const running = runningHere();
  if (running) return ok('Site', running.url ?? 'il démarre');
  const wanted = Number(process.env.PORT || 3000);
  return (await isFree(wanted)) ? warn('Site', 'arrêté', 'npm start') : warn('Site', `arrêté, et le port ${wanted} est pris par un autre programme`, 'npm start (prendra le suivant)');
}

function chromium() {
  const found = findChromium();
  return found ? ok('Chromium', found) : warn('Chromium', 'absent ; il sert aux tests', 'npm test (l’installe), ou sudo apt-get install chromium');
}

function folders() {
  const places = { Courriels: process.env.MAIL_DIR || inVar('mail'), Fichiers: process.env.FILES_DIR || inVar('files') };
  return Object.entries(places).map(([what, place]) => {
    if (what === 'Courriels' && process.env.MAILER === 'smtp') return ok(what, `par ${process.env.SMTP_HOST}`);
    if (!fs.existsSync(place)) return ok(what, `${place} (créé au premier besoin)`);
    try {
      fs.accessSync(place, fs.constants.W_OK);
      return ok(what, place);
    } catch {
      return bad(what, `${place} ne s’écrit pas`, `sudo chown -R "$(id -u)" "${place}"`);
    }
  });
}

function disk() {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = (bavail * bsize) / 1e9;
  const says = `${free.toFixed(1)} Go libres`;
  if (free < 0.5) return bad('Disque', says, 'libérer de la place');
  return free < 3 ? warn('Disque', says, 'libérer de la place') : ok('Disque', says);
}
