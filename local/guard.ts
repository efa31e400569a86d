/**
 * Refuses to go on where local stand-ins have no business: on a deployed host.
 * @throws Error that names the variable which says so
 */
export function assertLocal(): void {
  // Netlify's functions have SITE_ID and not NETLIFY.
  const host = ['VERCEL', 'NETLIFY', 'SITE_ID'].find((name) => process.env[name]);
  const sign = host ? `${host} is set` : process.env.NODE_ENV === 'production' ? 'NODE_ENV is production' : '';
  if (sign)
    throw new Error(
      `The local stack does not start here: ${sign}. It is for one machine only, never for a deployment.`,
    );
}
