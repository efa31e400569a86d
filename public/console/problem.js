// @ts-check
/**
 * Returns what a person is told: how a server is set up is for those who run it, who find it in `/api/health/ready`.
 * @param {number} status @param {{detail?: string, code?: string} | null} problem
 */
export function sayProblem(status, problem) {
  const namesVariable = status >= 500 && /\b[A-Z]{2,}(?:_[A-Z\d]+)+\b/.test(problem?.detail ?? '');
  if (problem?.code === 'not_configured' || namesVariable) return 'This is not set up on this server yet.';
  return problem?.detail ?? `The server answered with status ${status}.`;
}
