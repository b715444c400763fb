import { createTransport } from 'nodemailer';
import { automaticHeaders, type Delivery, type Mailer } from './mailer';

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS when the server offers it. */
  secure: boolean;
  user?: string;
  password?: string;
  from: string;
  /** Milliseconds without a word from the server before we leave it. */
  patience?: number;
};

/** Messages through an SMTP server, over a few connections kept open. */
export function smtpMailer({ host, port, secure, user, password, from, patience = 20_000 }: SmtpSettings): Mailer {
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host,
    port,
    secure,
    auth: user ? { user, pass: password ?? '' } : undefined,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  return {
    send: (mail) => transport.sendMail({ ...mail, from, headers: automaticHeaders }).then(() => ({ accepted: true }), refusal),
    close: () => transport.close(),
  };
}

/**
 * A 5xx about the envelope or the message is the recipient's last word (RFC 5321, 4.2.1). A 5xx at sign-in is our own
 * settings: mending them is enough for the message to leave.
 */
function refusal(error: unknown): Delivery {
  const { code, responseCode, response } = (error instanceof Error ? error : {}) as { code?: string; responseCode?: number; response?: string };
  const said = withoutAddresses(response ?? code ?? 'erreur inconnue');
  if (code === 'EAUTH') return { accepted: false, permanent: false, reason: `Le serveur d’envoi refuse notre identifiant ou notre mot de passe : ${said}` };
  if (responseCode && responseCode >= 500) return { accepted: false, permanent: true, reason: `Le serveur du destinataire refuse ce message : ${said}` };
  if (responseCode) return { accepted: false, permanent: false, reason: `Le serveur du destinataire demande d’attendre : ${said}` };
  if (code === 'EENVELOPE') return { accepted: false, permanent: true, reason: 'L’adresse du destinataire n’est pas valable.' };
  return { accepted: false, permanent: false, reason: `Le serveur d’envoi ne répond pas (${said}).` };
}

const withoutAddresses = (text: string) => text.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…').replace(/\s+/g, ' ').slice(0, 300);
