import { readStreet } from '~/domain/place/street-key';
import { foldedWords } from '~/domain/text/fold';
import { initialsOf, keysOfNames, withoutPlace } from './compare-names';
import type { Comparable } from './duplicate-score';

/**
 * What brings two partners together to be compared: those that share a key. `few` is how many partners may share it in an
 * agency: beyond, it is a switchboard, the domain of a federation, a business centre, and says nothing.
 */
export const blocks = {
  name: { few: 5 },
  nameHere: { few: 30 },
  acronymHere: { few: 6 },
  sirenHere: { few: 20 },
  address: { few: 8 },
  phone: { few: 4 },
  mail: { few: 4 },
  domain: { few: 5 },
  network: { few: 20 },
} as const;
export type Block = keyof typeof blocks;
export type MatchKey = { block: Block; value: string };

/** A partner with all the numbers (digits, see search.phone_digits) and addresses by which it and its contacts are reached. */
export type Reachable = Comparable & { phones: string[]; mails: string[]; website: string | null; /** The organisation that the network keeps of it, when it made two of them one. */ keptByNetwork?: string | null };

/** Mail services open to everybody: a domain shared by strangers. */
const publicDomains = new Set(
  'gmail.com googlemail.com orange.fr wanadoo.fr free.fr hotmail.com hotmail.fr outlook.com outlook.fr live.fr live.com msn.com yahoo.fr yahoo.com ymail.com laposte.net sfr.fr neuf.fr cegetel.net bbox.fr bouyguestelecom.fr numericable.fr club-internet.fr aol.com aol.fr icloud.com me.com mac.com protonmail.com proton.me gmx.fr gmx.com aliceadsl.fr alice.fr voila.fr nordnet.fr mailo.com netcourrier.com zaclys.net tutanota.com'.split(' '),
);
/** Sites where anybody has a page: the domain says nothing of whose it is. */
const publicSites = /(?:^|\.)(?:facebook|instagram|linkedin|twitter|x|youtube|tiktok|wixsite|wordpress|blogspot|over-blog|jimdo|jimdofree|e-monsite|site-solocal|pagesjaunes|helloasso|google|business\.site|canalblog|free|orange|wanadoo|pagesperso-orange|gouv)\.(?:com|fr|net|org|site)$/;

/** The keys of one partner. Pure: the same facts give the same keys. */
export function matchKeys(partner: Reachable): MatchKey[] {
  const { siret, communeCode, postcode } = partner;
  const names = keysOfNames([partner.name, partner.originalName, partner.brandName, partner.acronym]);
  const here = communeCode ?? postcode;
  const keys: MatchKey[] = names.map((value) => ({ block: 'name', value }));
  const add = (block: Block, value: string) => keys.push({ block, value });
  if (here) {
    const place = new Set(foldedWords(partner.communeName ?? ''));
    for (const name of names) {
      add('nameHere', `${here}|${name}`);
      const initials = initialsOf(withoutPlace(name, place));
      for (const word of [...name.split(' ').filter((one) => /^[a-z]{3,6}$/.test(one)), ...(initials ? [initials, `a${initials}`] : [])]) add('acronymHere', `${here}|${word}`);
    }
    if (siret) add('sirenHere', `${here}|${siret.slice(0, 9)}`);
    const street = readStreet(partner.addressLine);
    const longest = street?.words.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (longest && longest.length > 3) add('address', `${here}|${street?.number ?? ''}|${longest}`);
  }
  if (partner.keptByNetwork) add('network', partner.keptByNetwork);
  for (const phone of partner.phones) if (phone.length > 7) add('phone', phone);
  for (const mail of partner.mails) add('mail', mail.toLowerCase());
  for (const domain of domainsOf(partner)) add('domain', domain);
  return [...new Map(keys.map((key) => [`${key.block} ${key.value}`, key])).values()].filter(({ value }) => value.length < 400);
}

function domainsOf({ mails, website }: Reachable): string[] {
  const ofMails = mails.map((mail) => mail.toLowerCase().split('@')[1] ?? '').filter((domain) => !publicDomains.has(domain));
  const site = website && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : '';
  return [...ofMails, site].filter((domain) => domain && !publicSites.test(domain));
}
