import { askMeilisearch } from './check-search.mjs';
import { demoAccounts } from './seeds.mjs';

/** Says where the site answers, who can sign in, where the mails go, and how the engine beside PostgreSQL is, when there is one. */
export async function welcome({ env, database }) {
  const accounts = await demoAccounts(database);
  console.log(`\n  Maillage est prêt : ${env.APP_URL}\n`);
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    console.log('  Comptes de démonstration :');
    for (const { email, password, role, name } of accounts) console.log(`    ${email.padEnd(width)}  ${password}  ${[name, role].filter(Boolean).join(', ')}`);
    console.log('');
  }
  if (env.MAILER !== 'smtp') console.log(`  Boîte aux lettres :  ${env.APP_URL}/dev/mail (et ${env.MAIL_DIR})`);
  if (env.SEARCH === 'meilisearch') {
    const { problem, documents } = await askMeilisearch();
    console.log(`  Recherche :  Meilisearch ${problem ?? (documents === null ? 'prépare son index' : `(${documents} fiches)`)} ; npm run doctor dit où il en est`);
  }
  console.log('  Pour arrêter : Ctrl-C\n');
}
