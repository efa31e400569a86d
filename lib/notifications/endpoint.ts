import { pushServiceOrigins } from '../config.ts';

/** Hosts of the browsers' own push services. `jmt17` is what Chromium uses where it is built without Google's keys. */
const browserServices = [
  /^fcm\.googleapis\.com$/,
  /^jmt17\.google\.com$/,
  /\.push\.services\.mozilla\.com$/,
  /\.notify\.windows\.com$/,
  /\.push\.apple\.com$/,
];

/**
 * Tells whether messages may be sent to an endpoint: https, at a known push service or an origin of PUSH_SERVICE_ORIGINS. The
 * endpoint is whatever a client says, and without this a person could have the server call any address.
 */
export function isPushService(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  if (url?.protocol !== 'https:' || url.username || url.password || url.hash) return false;
  if (pushServiceOrigins().includes(url.origin)) return true;
  return url.port === '' && browserServices.some((service) => service.test(url.hostname));
}
