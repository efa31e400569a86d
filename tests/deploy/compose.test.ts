import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jwtVerify } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { deploymentFindings } from '../../lib/config-check.ts';
import { readDockerfile } from '../support/dockerfile.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const Service = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  restart: z.literal('unless-stopped').optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.string(), restart: z.boolean().optional() }))
    .default({}),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() }),
    ])
    .optional(),
  stop_grace_period: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  // A number or a boolean would be read as something else by some services: every value is a text.
  environment: z.record(z.string(), z.string().nullable()).default({}),
});
const Compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});
const compose = Compose.parse(parse(read('compose.yaml')));
const services = Object.entries(compose.services);
const reference = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;
/** What `node docker/keys.mjs` prints. */
const keys = Object.fromEntries(
  execFileSync(process.execPath, [join(root, 'docker/keys.mjs')], { cwd: tmpdir(), encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split('=', 2) as [string, string]),
);

/** Returns a service's environment as Compose would make it with the keys in .env. @throws for a variable that must be set */
function environmentOf(service: z.infer<typeof Service> | undefined): Record<string, string> {
  const entries = Object.entries(service?.environment ?? {}).flatMap(([name, value]) => {
    if (value === null) return [];
    const text = value.replaceAll(reference, (_, variable: string, kind: string, rest: string) => {
      const found = keys[variable];
      if (found === undefined && kind !== '-') throw new Error(`${variable}: ${rest}`);
      return found ?? rest;
    });
    return [[name, text] as const];
  });
  return Object.fromEntries(entries);
}

describe('compose.yaml', () => {
  test('names a version of every image, and publishes to this machine alone: the API at port 8000', () => {
    for (const [name, { image, build, ports }] of services) {
      if (!build) expect(image, name).toMatch(/^[\w./-]+:v?\d[\w.-]*$/);
      for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
    expect(services.flatMap(([, { ports }]) => ports)).toEqual(['127.0.0.1:8000:8000', '127.0.0.1:8288:8288']);
  });

  test('depends on services that there are, and waits for health where there is a check of it', () => {
    const image = readDockerfile(read('Dockerfile'));
    for (const [name, { depends_on: needs, network_mode }] of services) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        const { healthcheck, build, restart } = compose.services[needed] ?? {};
        const isChecked = healthcheck !== undefined || (build && image.some((each) => each.name === 'HEALTHCHECK'));
        const possible: Record<string, boolean> = {
          service_started: compose.services[needed] !== undefined,
          service_healthy: Boolean(isChecked),
          // One that starts again never ends.
          service_completed_successfully: compose.services[needed] !== undefined && restart === undefined,
        };
        expect(possible[condition], `${name} needs ${needed} (${condition})`).toBe(true);
      }
      if (network_mode) expect(Object.keys(needs), name).toContain(network_mode.replace('service:', ''));
    }
  });

  test('mounts files that there are, for reading, and volumes that it declares', () => {
    const mounts = services.flatMap(([, { volumes }]) => volumes);
    const [bound, named] = [
      mounts.filter((each) => each.startsWith('.')),
      mounts.filter((each) => !each.startsWith('.')),
    ];
    for (const mount of bound) {
      expect(mount).toMatch(/:ro$/);
      expect(existsSync(join(root, mount.split(':')[0] ?? '')), mount).toBe(true);
    }
    expect(named.map((mount) => mount.split(':')[0]).toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
  });

  test('holds no secret: each is a variable that must be set, and docker/keys.mjs makes it', () => {
    const required = new Set<string>();
    for (const [service, { environment }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        for (const [, variable = '', kind] of (value ?? '').matchAll(reference)) {
          if (kind === '?') required.add(variable);
          else expect([service, name, kind]).toEqual([service, name, '-']);
        }
        if (/SECRET|PASS|KEY$|_KEY_|DB_URI|DATABASE_URL/.test(name) && value !== null) {
          expect(value, `${service}: ${name}`).toMatch(/\$\{FLUX_/);
        }
      }
    }
    expect([...required].toSorted()).toEqual(Object.keys(keys).toSorted());
  });

  test('stops the API later than the API stops by itself, and as no one who may do much', () => {
    const graceMs = Number(/graceMs = ([\d_]+);/.exec(read('server/start.ts'))?.[1]?.replaceAll('_', ''));
    const { stop_grace_period: grace, read_only, cap_drop } = compose.services.api ?? {};
    expect(Number(grace?.replace('s', '')) * 1000).toBeGreaterThan(graceMs);
    expect([read_only, cap_drop]).toEqual([true, ['ALL']]);
  });
});

describe('with the keys of docker/keys.mjs', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('the API has all that `npm start` asks for, and every service has its variables', () => {
    process.env = { ...environmentOf(compose.services.api), NODE_ENV: 'production' };
    expect(deploymentFindings()).toEqual([]);
    for (const [, service] of services) environmentOf(service);
  });

  test('the API keys are tokens of the roles, signed with the secret that auth, REST and the API check with', async () => {
    const [api, auth, rest] = ['api', 'auth', 'rest'].map((name) => environmentOf(compose.services[name]));
    const secret = new TextEncoder().encode(api?.SUPABASE_JWT_SECRET);
    for (const [key, role] of [
      [api?.SUPABASE_PUBLISHABLE_KEY, 'anon'],
      [api?.SUPABASE_SECRET_KEY, 'service_role'],
    ] as const) {
      expect((await jwtVerify(key ?? '', secret, { algorithms: ['HS256'] })).payload.role).toBe(role);
    }
    expect([auth?.GOTRUE_JWT_SECRET, rest?.PGRST_JWT_SECRET]).toEqual([
      api?.SUPABASE_JWT_SECRET,
      api?.SUPABASE_JWT_SECRET,
    ]);
    expect(auth?.GOTRUE_JWT_ISSUER).toBe(`${api?.SUPABASE_URL}/auth/v1`);
  });

  test('Inngest and the API have the same keys, in the form that Inngest takes', () => {
    const [api, inngest] = [environmentOf(compose.services.api), environmentOf(compose.services.inngest)];
    expect(inngest).toEqual({ INNGEST_EVENT_KEY: api.INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY: api.INNGEST_SIGNING_KEY });
    expect(api.INNGEST_SIGNING_KEY).toMatch(/^([0-9a-f]{2}){32}$/);
    expect(environmentOf(compose.services.realtime).DB_ENC_KEY).toHaveLength(16);
  });
});

test('secrets are made once: where .env has them, nothing is printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flux-keys-'));
  writeFileSync(join(folder, '.env'), `LOG_LEVEL=info\nFLUX_JWT_SECRET=${keys.FLUX_JWT_SECRET}\n`);
  const again = spawnSync(process.execPath, [join(root, 'docker/keys.mjs')], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('in .env already') });
});

test('the gateway leads to services that there are, at the ports that they listen at', () => {
  const gateway = read('docker/gateway.conf');
  const ports: Record<string, string | undefined> = {
    auth: environmentOf(compose.services.auth).GOTRUE_API_PORT,
    rest: '3000',
    realtime: environmentOf(compose.services.realtime).PORT,
    '127.0.0.1': environmentOf(compose.services.api).API_SERVER_PORT,
  };
  const targets = [...gateway.matchAll(/proxy_pass http:\/\/([\w.]+):(\d+)/g)];
  expect(targets).toHaveLength(4);
  for (const [, host = '', port] of targets) expect([host, port]).toEqual([host, ports[host]]);
  expect((gateway.match(/{/g) ?? []).length).toBe((gateway.match(/}/g) ?? []).length);
  expect(gateway).toContain('listen 8000;');
});
