/** One message to one person. `messageId` is the same at each try, so that a mailbox that got it twice shows it once. */
export type Mail = { to: string; subject: string; html: string; text: string; messageId: string };

/**
 * `permanent`: the recipient's server will not have it however often we try; otherwise trying later may do. `reason` is a
 * sentence for the administrator, without anybody's address.
 */
export type Delivery = { accepted: true } | { accepted: false; permanent: boolean; reason: string };

/** How messages leave. It answers rather than throws, whatever the other side does, and within a minute. */
export type Mailer = { send: (mail: Mail) => Promise<Delivery>; close: () => void };

/** Said to other programs: this was not written by a person, do not answer it with an absence notice (RFC 3834). */
export const automaticHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
