import { createServer } from 'node:net';

/**
 * Says why a port cannot be listened at, and which variable moves it.
 * @returns undefined when it can
 */
export async function portTrouble(host: string, port: number, variable: string): Promise<string | undefined> {
  const code = await listenError(host, port);
  if (code === 'EACCES') return `Port ${port} may only be used by an administrator: set ${variable} to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address ${host}: set HOST to one that it has, or to 0.0.0.0 for all of them.`;
  }
  return code && `Port ${port} is in use: stop what uses it, or set ${variable} to another one.`;
}

/** Returns the system's code for why a port cannot be listened at; undefined when it can. */
function listenError(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}
