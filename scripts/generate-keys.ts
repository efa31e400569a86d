/** Makes a pair of keys for Web Push and prints it as variables. */

import webpush from 'web-push';
import { runCommand } from '../lib/command.ts';

const help = `npm run keys

Makes a pair of keys for Web Push and prints the variables to set. Nothing is stored.`;

await runCommand({ help }, async () => {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  console.log(`VAPID_PUBLIC_KEY=${publicKey}
VAPID_PRIVATE_KEY=${privateKey}
VAPID_SUBJECT=mailto:you@example.com`);
});
