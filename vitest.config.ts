import { defineConfig } from 'vitest/config';

/** CI counts the tests from a report of this name. */
const report = process.env['KLARLINT_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
