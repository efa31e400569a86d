import { inngestConfig, logLevels, vapidProblems, vapidVariables } from './config.ts';

/** A variable whose value has a form: what it must be, and what stops working when it is not. */
type Rule = { names: string[]; isRight(value: string): boolean; must: string; breaks: string };

const httpUrl = (value: string) => ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');
const origin = (value: string) => httpUrl(value) && URL.parse(value)?.origin === value;
const eachOf = (isRight: (item: string) => boolean) => (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .every(isRight);

const address = 'must be an address such as https://example.com';
const flag = 'must be true or false';

const rules: Rule[] = [
  { names: ['SUPABASE_URL'], isRight: httpUrl, must: address, breaks: 'nothing can be stored and nobody can sign in' },
  { names: ['SUPABASE_JWT_ISSUER'], isRight: httpUrl, must: address, breaks: 'every access token is refused' },
  { names: ['OPENAI_BASE_URL'], isRight: httpUrl, must: address, breaks: 'the language model cannot be reached' },
  { names: ['DEEPGRAM_BASE_URL'], isRight: httpUrl, must: address, breaks: 'no voice session can be opened' },
  { names: ['E2B_API_URL', 'E2B_SANDBOX_URL'], isRight: httpUrl, must: address, breaks: 'no program can be run' },
  {
    names: ['INNGEST_BASE_URL', 'INNGEST_SERVE_ORIGIN'],
    isRight: httpUrl,
    must: address,
    breaks: 'goals are not planned and messages not answered',
  },
  {
    names: ['INNGEST_DEV'],
    isRight: (value) => httpUrl(value) || ['0', '1', 'true', 'false'].includes(value.toLowerCase()),
    must: 'must be the address of the dev server, such as http://127.0.0.1:8288',
    breaks: 'goals are not planned and messages not answered',
  },
  {
    names: ['SANDBOX_PACKAGES_URL'],
    isRight: (value) => value === 'off' || httpUrl(value),
    must: `${address}, or off`,
    breaks: 'programs cannot use packages',
  },
  {
    names: ['DAILY_COST_LIMIT_USD'],
    isRight: (value) => /^\d+(\.\d+)?$/.test(value),
    must: 'must be an amount in dollars such as 1 or 0.5',
    breaks: 'no model is asked and no program run',
  },
  {
    names: ['CORS_ORIGINS'],
    isRight: eachOf((item) => item === '*' || origin(item)),
    must: 'must be origins such as https://app.example.com, separated by commas, or *',
    breaks: 'browsers are refused',
  },
  {
    names: ['PUSH_SERVICE_ORIGINS'],
    isRight: eachOf((item) => origin(item) && item.startsWith('https:')),
    must: 'must be https origins separated by commas',
    breaks: 'the push services that it means are refused',
  },
  {
    names: ['LOG_LEVEL'],
    isRight: (value) => logLevels.includes(value.toLowerCase()),
    must: `must be one of ${logLevels.join(', ')}`,
    breaks: 'the level info is used',
  },
  {
    names: ['SANDBOX_INTERNET'],
    isRight: (value) => /^(true|false)$/i.test(value),
    must: flag,
    breaks: 'programs have no internet',
  },
  {
    names: ['DEBUG'],
    isRight: (value) => /^(true|false|1|0)$/i.test(value),
    must: flag,
    breaks: 'it is taken as false',
  },
  {
    names: ['API_SERVER_PORT', 'INNGEST_SERVER_PORT', 'SUPABASE_PORT'],
    isRight: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    must: 'must be a port from 1 to 65535',
    breaks: 'nothing can listen there',
  },
];

/** Variables that only work together: the first is of use only with one of each group behind it. */
const companions: { name: string; needs: string[][]; breaks: string }[] = [
  {
    name: 'SUPABASE_URL',
    needs: [
      ['SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_ANON_KEY'],
      ['SUPABASE_SECRET_KEY', 'SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_KEY'],
    ],
    breaks: 'requests or durable functions cannot reach the database',
  },
];

const isSet = (name: string) => Boolean(process.env[name]?.trim());

/**
 * Checks every variable that has a form, and those that need others. Values are never shown: one could be a secret that was
 * put in the wrong place.
 * @returns a sentence for each finding: the variable, what it must be and what it breaks; empty when all is well
 */
export function configFindings(): string[] {
  const malformed = rules.flatMap(({ names, isRight, must, breaks }) =>
    names
      .filter((name) => isSet(name) && !isRight(process.env[name]?.trim() ?? ''))
      .map((name) => `${name} ${must}; as it is, ${breaks}.`),
  );
  const missing = companions.flatMap(({ name, needs, breaks }) =>
    isSet(name)
      ? needs
          .filter((group) => !group.some(isSet))
          .map(([first, ...others]) => {
            const choice = [first, ...others].join(' or ');
            return `${name} is set without ${choice}: set it too; without it ${breaks}.`;
          })
      : [],
  );
  return [...malformed, ...missing, ...inngestFindings(), ...pushFindings()];
}

/**
 * Names the services that a deployment cannot do without and that are not set, besides what `configFindings` finds.
 * @returns a sentence for each finding; empty when all is well
 */
export function deploymentFindings(): string[] {
  const groups = companions.flatMap(({ name, needs }) => [[name], ...needs]);
  const missing = isSet('SUPABASE_URL') ? [] : groups.filter((group) => !group.some(isSet)).map((group) => group[0]);
  const database = missing.length ? [`Set ${missing.join(', ')}: data and accounts are kept there.`] : [];
  const { problem } = inngestConfig();
  return [...new Set([...database, ...(problem ? [problem] : []), ...configFindings()])];
}

function inngestFindings(): string[] {
  const wanted = ['INNGEST_SIGNING_KEY', 'INNGEST_EVENT_KEY', 'INNGEST_BASE_URL'].some(isSet) || isSet('INNGEST_DEV');
  const { problem } = inngestConfig();
  return wanted && problem ? [problem] : [];
}

function pushFindings(): string[] {
  return vapidVariables.some(isSet)
    ? vapidProblems().map((problem) => `${problem} As it is, no reminder is sent.`)
    : [];
}

/** Says what works but will disappoint; nothing is refused for it. */
export function configWarnings(): string[] {
  const subject = process.env.VAPID_SUBJECT?.trim() ?? '';
  if (!isSet('VAPID_PUBLIC_KEY')) {
    return ['reminders are off: set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT.'];
  }
  return /@localhost$|^https:\/\/localhost/.test(subject)
    ? ['VAPID_SUBJECT names localhost: Apple refuses reminders with it. Use an address where you can be reached.']
    : [];
}
