import { pino } from 'pino';
import { logLevel } from './config.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Structured JSON logs on standard output. Fields that could hold a token are blanked wherever they stand. */
export const log = pino({
  hooks: { streamWrite: withoutSecrets },
  level: levels.includes(logLevel()) ? logLevel() : 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: [
      'authorization',
      'apikey',
      'token',
      'access_token',
      'password',
      '*.authorization',
      '*.apikey',
      '*.token',
      '*.access_token',
      '*.password',
    ],
    censor: '[redacted]',
  },
});

/** Takes the values of this process's keys and secrets out of a line: providers repeat the key that they reject. */
function withoutSecrets(line: string): string {
  const secrets = Object.entries(process.env).filter(
    ([name, value]) => /KEY|SECRET/.test(name) && (value?.length ?? 0) > 7,
  );
  return secrets.reduce((text, [, value]) => (value ? text.replaceAll(value, '[secret]') : text), line);
}
