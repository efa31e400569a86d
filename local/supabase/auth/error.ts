/** A refusal of Supabase Auth, with its status and the code that supabase-js exposes as `error.code`. */
export class AuthError extends Error {
  readonly status: number;
  readonly code: string;
  /** More for the answer's body, such as why a password is weak. */
  readonly details: object;

  constructor(status: number, code: string, message: string, details: object = {}) {
    super(message);
    this.name = 'AuthError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
