/** The page `/mail`: what the embedded Supabase Auth would have sent, for whoever develops on this machine. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from '../../lib/config.ts';
import type { Mail } from './auth/mailbox.ts';

/**
 * Answers with the mails, newest first: JSON where it is asked for, else a page. No key is needed, so other servers' pages
 * are refused, and other names for this machine (DNS rebinding): mails hold codes.
 */
export function answerMail(request: IncomingMessage, response: ServerResponse, mails: readonly Mail[]): void {
  const { host = '', origin, accept = '' } = request.headers;
  const isStranger = !isLoopback(`http://${host}`) || (origin !== undefined && !isLoopback(origin));
  response.removeHeader('access-control-allow-origin');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  if (isStranger) {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: 'Mails are shown to this machine and its pages only.' }));
    return;
  }
  if (origin !== undefined) response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin, accept');
  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end();
  } else if (accept.includes('application/json')) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails));
  } else {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(page(mails));
  }
}

function page(mails: readonly Mail[]): string {
  const shown = mails.map(
    ({ to, subject, code, link, sent_at }) => `
    <article>
      <h2>${escaped(subject)}</h2>
      <p>To ${escaped(to)}, ${escaped(sent_at)}</p>
      <p class="code">${escaped(code)}</p>
      <p><a href="${escaped(link)}">Open the link</a></p>
    </article>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Mails</title>
    <style>
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
      main { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
      article { border-top: 1px solid; padding: 1rem 0; overflow-wrap: anywhere; }
      .code { font: 600 2rem/1.2 ui-monospace, monospace; letter-spacing: 0.1em; }
    </style>
  </head>
  <body>
    <main>
      <h1>Mails</h1>
      <p>What Supabase would have sent. Nothing leaves this machine; reload the page for newer ones.</p>${shown.join('') || '\n      <p>None yet.</p>'}
    </main>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
