import { pino } from 'pino';
import { logLevel } from './config.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Structured JSON logs on standard output. Fields that could hold a token are blanked wherever they stand. */
export const log = pino({
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
