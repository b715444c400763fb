import { channels, type ContactChannel } from './channels';

type Reach = { phone: string | null; email: string | null; preference: string | null; channel: ContactChannel | null };

/** What lacks to reach this person, in a sentence; null when nothing does. Who knows only a name writes it down all the same. */
export function whatIsMissing({ phone, email, preference, channel }: Reach): string | null {
  if (!phone && !email && !preference) return 'Il manque un moyen de joindre cette personne : un téléphone, un courriel, ou un mot dans « Préférence ».';
  if ((channel === 'phone' || channel === 'text') && !phone) return `Il manque son téléphone, alors que c’est « ${channels[channel]} » qui est préféré.`;
  if (channel === 'email' && !email) return 'Il manque son courriel, alors que c’est ce qui est préféré.';
  return null;
}
