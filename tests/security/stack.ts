import webpush from 'web-push';
import type { TestStack } from '../support/stack.ts';
import { startVoiceStack } from '../support/voice.ts';

/** The stack with everything switched on that an operation could need: voice, and the keys of Web Push. */
export async function startWholeStack(options: { legacyPrivileges?: boolean } = {}): Promise<TestStack> {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  Object.assign(process.env, {
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:ops@example.com',
  });
  const { stack, deepgram } = await startVoiceStack(options);
  const { stop } = stack;
  stack.stop = async () => {
    await stop();
    await deepgram.stop();
  };
  return stack;
}
