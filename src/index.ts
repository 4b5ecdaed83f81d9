/**
 * klarlint's public API in Node: `lint` for a text, the default export for unified pipelines, and the types of what they
 * give. Nothing else is public. In a browser or a worker it is `klarlint/worker` that does the same.
 */
import { apiWith } from './api.ts';
import { readCore } from './cli/core.ts';

export type { LintOptions, Options, Result } from './api.ts';
export type { Edit, Finding, Fix, Measures, Place, Severity } from './rule.ts';

const { lint, klarlint } = apiWith(readCore());

export default klarlint;
export { lint };
