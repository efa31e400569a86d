import webpush from 'web-push';
import { startDeepgram } from '../support/deepgram.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The stack with everything switched on that an operation could need: voice, and the keys of Web Push. */
export async function startWholeStack(options: { legacyPrivileges?: boolean } = {}): Promise<TestStack> {
  const deepgram = await startDeepgram();
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  Object.assign(process.env, {
    DEEPGRAM_API_KEY: deepgram.apiKey,
    DEEPGRAM_BASE_URL: deepgram.url,
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:ops@example.com',
  });
  const stack = await startTestStack(options);
  const { stop } = stack;
  stack.stop = async () => {
    await stop();
    await deepgram.stop();
  };
  return stack;
}
