/** Returns a problem (RFC 9457) that the server answers with by itself, before any function is asked. */
export function plainProblem(status: number, code: string, detail: string): Response {
  const body = { type: 'about:blank', title: detail, status, code, detail, request_id: crypto.randomUUID() };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Content-Type-Options': 'nosniff' },
  });
}
