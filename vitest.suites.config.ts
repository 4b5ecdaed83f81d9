import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Suites that need more than Node: packages of Debian, or large tools from npm. `.ci/run` installs what they need. */
const suites = mergeConfig(base, defineConfig({ test: { testTimeout: 180_000, fileParallelism: false } }));
suites.test.include = ['test/*/*.suite.ts'];
export default suites;
