import { defineConfig } from 'vitest/config';
import { writeOutLetters } from './src/build/plain-letters.ts';

/** CI counts the tests from a report of this name. */
const report = process.env['KLARLINT_TEST_REPORT'];

export default defineConfig({
  // As in the bundle.
  plugins: [
    {
      name: 'plain-letters',
      enforce: 'pre',
      transform: (code, id) =>
        /\/(?:src|rules)\/.*\.ts$/u.test(id) && !id.includes('/build/')
          ? { code: writeOutLetters(code), map: null }
          : undefined,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
