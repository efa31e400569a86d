/** A push service over https (RFC 8030), and browsers that read what it is sent (RFC 8188, RFC 8291). */

import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, globalAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import webpush from 'web-push';
import { makeCertificate } from './certificate.ts';

type Delivery = {
  at: number;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};
type Refusal = { status: number; headers?: Record<string, string> };

export type PushService = {
  origin: string;
  /** Everything that was sent, refused or not. */
  deliveries: Delivery[];
  /** Statuses for the next messages of a path, one each; 201 after that. */
  refuse(path: string, ...refusals: Refusal[]): void;
  stop(): Promise<void>;
};

/** Starts one on 127.0.0.1 that this process trusts and may send to, with new VAPID keys in the environment. */
export async function startPushService(): Promise<PushService> {
  const { key, cert } = makeCertificate();
  const deliveries: Delivery[] = [];
  const refusals = new Map<string, Refusal[]>();
  const server = createServer({ key, cert }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      deliveries.push({ at: Date.now(), path, headers: request.headers, body: Buffer.concat(parts) });
      const { status, headers = {} } = refusals.get(path)?.shift() ?? { status: 201 };
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (!address || typeof address === 'string') throw new Error('the push service does not listen');
  globalAgent.options.ca = [cert];
  const origin = `https://127.0.0.1:${address.port}`;
  const keys = webpush.generateVAPIDKeys();
  Object.assign(process.env, {
    PUSH_SERVICE_ORIGINS: origin,
    VAPID_PUBLIC_KEY: keys.publicKey,
    VAPID_PRIVATE_KEY: keys.privateKey,
    VAPID_SUBJECT: 'mailto:ops@example.com',
  });
  return {
    origin,
    deliveries,
    refuse: (path, ...answers) => refusals.set(path, answers),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser with a subscription at a path of the service. */
export function makeBrowser(origin: string, path = `/send/${randomBytes(12).toString('hex')}`) {
  const keys = createECDH('prime256v1');
  const publicKey = keys.generateKeys();
  const auth = randomBytes(16);
  return {
    path,
    /** The subscription as `PushSubscription.toJSON()` returns it. */
    subscription: {
      endpoint: `${origin}${path}`,
      expirationTime: null,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    },
    /** The message in the body of a delivery, as the service worker gets it. */
    read(body: Buffer): Record<string, unknown> {
      const salt = body.subarray(0, 16);
      const sender = body.subarray(21, 21 + body.readUInt8(20));
      const sealed = body.subarray(21 + sender.length);
      const derive = (secret: Buffer, from: Buffer, info: Buffer, size: number) =>
        Buffer.from(hkdfSync('sha256', secret, from, info, size));
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const secret = derive(keys.computeSecret(sender), auth, info, 32);
      const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const decipher = createDecipheriv('aes-128-gcm', key, nonce);
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
    },
  };
}
