import { asOneEdit } from '../fix.ts';
import { entries } from '../generated/rules.ts';
import type { Edit, Finding, Fix, Severity } from '../rule.ts';
import { Lines } from './lines.ts';
import { slashed } from './slashed.ts';
import type { LintedDocument, Report, Write } from './report.ts';

export interface SarifOptions {
  readonly version: string;
  /** A rule's README, by id. */
  readonly help: (ruleId: string) => string;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0, as GitHub's and Azure's code scanning read it: with the rules' help, the fixes, what has been suppressed and
 * why, and a fingerprint that lets a finding be known again. Written as it comes; only the rules are kept in memory.
 */
export function sarifReport(write: Write, { version, help }: SarifOptions): Report {
  const rules = new Map<string, { readonly index: number; readonly first: Finding }>();
  const broken: object[] = [];
  write(`{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`);
  let before = '\n';
  const add = (finding: Finding, document: LintedDocument, lines: Lines, more: object = {}): void => {
    const { ruleId } = finding;
    const known = rules.get(ruleId) ?? { index: rules.size, first: finding };
    rules.set(ruleId, known);
    write(
      `${before}${JSON.stringify({ ...resultOf(finding, document, lines), ruleIndex: known.index, ...more })}`,
    );
    before = ',\n';
  };
  return {
    document(document) {
      const lines = new Lines(document.text);
      for (const finding of document.findings) add(finding, document, lines);
      for (const { finding, reason } of document.suppressed)
        add(finding, document, lines, {
          suppressions: [{ kind: 'inSource', ...(reason && { justification: reason }) }],
        });
    },
    failed({ name }, text) {
      const location = { physicalLocation: { artifactLocation: { uri: uriOf(name) } } };
      broken.push({ level: 'error', message: { text }, locations: [location] });
    },
    end() {
      const driver = {
        name: 'klarlint',
        version,
        semanticVersion: version,
        rules: [...rules].map(([id, { first }]) => ruleOf(id, help(id), first)),
      };
      const invocation = {
        executionSuccessful: broken.length === 0,
        toolExecutionNotifications: broken,
      };
      const rest = JSON.stringify({ invocations: [invocation], tool: { driver } }).slice(1);
      write(`\n],${rest}]}\n`);
    },
  };
}

/** A rule, as it is known or as its first finding tells; findings on comments that suppress others are made by none. */
function ruleOf(id: string, help: string, first: Finding): object {
  const meta = entries.find((entry) => entry.id === id)?.rule.meta;
  const title = meta?.title ?? first.title;
  if (title === undefined) return { id };
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. Källa: ${meta?.source ?? first.source}` },
    ...(help !== '' && { help: { text: help, markdown: help } }),
    ...(meta
      ? { defaultConfiguration: { level: LEVEL[meta.severity], enabled: !meta.off } }
      : { helpUri: first.url }),
    properties: { tags: [id.slice(0, id.indexOf('/'))] },
  };
}

function resultOf(finding: Finding, { name, text }: LintedDocument, lines: Lines): object {
  const { ruleId, severity, message, place, whole, fingerprint, actual, fixes } = finding;
  const artifactLocation = { uri: uriOf(name) };
  const region = {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    ...(actual !== '' && { snippet: { text: actual } }),
  };
  return {
    ruleId,
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, ...(!whole && { region }) } }],
    partialFingerprints: { 'klarlint/v1': fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, artifactLocation, text, lines)) }),
  };
}

function fixOf(fix: Fix, artifactLocation: object, source: string, lines: Lines): object {
  const replacement = ({ start, end, text }: Edit): object => {
    const first = lines.at(start);
    const last = lines.at(end);
    return {
      deletedRegion: {
        startLine: first.line,
        startColumn: start - first.start + 1,
        endLine: last.line,
        endColumn: end - last.start + 1,
      },
      insertedContent: { text },
    };
  };
  return {
    description: { text: fix.kind === 'safe' ? 'Rätta' : 'Förslag' },
    artifactChanges: [{ artifactLocation, replacements: [replacement(asOneEdit(fix, source))] }],
  };
}

/** A path from the folder of the run, or an absolute one, as a URI. */
function uriOf(name: string): string {
  const path = slashed(name);
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (/^[A-Za-z]:\//u.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
