/** Reads .env where there is one. Commands import this first: some modules, such as the log, read variables as they load. */

import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');
