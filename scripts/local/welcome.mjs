import { demoAccounts } from './seeds.mjs';

/** Says where the site answers, who can sign in, and where the mails go. */
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
  console.log('  Pour arrêter : Ctrl-C\n');
}
