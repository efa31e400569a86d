/**
 * Refuses to go on where local stand-ins have no business: on a deployed host.
 * @throws Error that names the variable which says so
 */
export function assertLocal(): void {
  const { VERCEL, NETLIFY, NODE_ENV } = process.env;
  const sign = VERCEL
    ? 'VERCEL is set'
    : NETLIFY
      ? 'NETLIFY is set'
      : NODE_ENV === 'production'
        ? 'NODE_ENV is production'
        : '';
  if (sign)
    throw new Error(
      `The local stack does not start here: ${sign}. It is for one machine only, never for a deployment.`,
    );
}
