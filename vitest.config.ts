import { defineConfig } from 'vitest/config';

/** Unit tests that change the environment or the clock, or open a port. */
const withEffects = [
  'tests/unit/{calendar-feed,client-config,fair-queue,model-fallback,model-structured,model-wire,sandbox-failures}.test.ts',
];

export default defineConfig({
  test: {
    env: { LOG_LEVEL: 'silent', SANDBOX_PACKAGES_URL: 'off' },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        // Rules are pure: their files share one process, which reads the playbooks and lexicons once.
        extends: true,
        test: { name: 'rules', include: ['tests/unit/**/*.test.ts'], exclude: withEffects, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/{api,browser,deploy,faults,functions,local,security}/**/*.test.ts', ...withEffects],
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
});
