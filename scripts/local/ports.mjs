import net from 'node:net';

/** Can this process listen on this port of this address now? */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `first` on. Throws when the next `span` are all taken. */
export async function freePortFrom(first, { span = 100, host = '127.0.0.1', free = isFree } = {}) {
  for (let port = first; port < Math.min(first + span, 65_536); port++) if (await free(port, host)) return port;
  throw new Error(`Aucun port libre entre ${first} et ${first + span - 1}.`);
}
