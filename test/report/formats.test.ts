import { createHash } from 'node:crypto';
import { parse as parseJunit } from 'junit2json';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { checkstyleReport } from '../../src/report/checkstyle.ts';
import { compactReport } from '../../src/report/compact.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { htmlReport } from '../../src/report/html.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../../src/report/html-page.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { ndjsonReport } from '../../src/report/ndjson.ts';
import { rdjsonReport } from '../../src/report/rdjson.ts';
import type { LintedDocument, Report, Write } from '../../src/report/report.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import type { Finding, Severity } from '../../src/rule.ts';
import fc from '../property.ts';

const TEXT = 'Första raden 😀 är här.\r\nDen andra <är> & så.\n';

const finding: fc.Arbitrary<Finding> = fc
  .record({
    severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
    message: fc.string({ unit: 'binary', maxLength: 30 }),
    start: fc.nat(TEXT.length),
    length: fc.nat(5),
    whole: fc.boolean(),
    fixed: fc.boolean(),
  })
  .map(({ severity, message, start, length, whole, fixed }) => {
    const end = Math.min(TEXT.length, start + length);
    const place = { line: 1, column: start + 1, endLine: 1, endColumn: end + 1 };
    const fixes = fixed ? [{ kind: 'safe', edits: [{ start, end, text: message }] } as const] : [];
    const actual = TEXT.slice(start, end);
    const rest = { source: 'x', fingerprint: 'f', expected: [message], actual, fixes };
    return { ruleId: 'tone/hype', severity, message, start, end, whole, place, ...rest };
  });

const document: fc.Arbitrary<LintedDocument> = fc
  .record({ name: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), findings: fc.array(finding) })
  .map(({ name, findings }) => ({
    name,
    path: `/${name}`,
    text: TEXT,
    findings,
    suppressed: [],
    measures: { words: 8 } as LintedDocument['measures'],
    notes: [],
    targets: {},
    fixed: false,
  }));

/** What a form of report writes of some documents and one that could not be read. */
function written(report: (write: Write) => Report, documents: readonly LintedDocument[]): string {
  let text = '';
  const one = report((part) => {
    text += part;
  });
  for (const each of documents) one.document(each);
  one.failed({ name: 'oläst.md', path: '/oläst.md' }, 'Filen finns inte.');
  one.end();
  return text;
}

/** The elements of some XML by name, with attributes; throws unless it is well formed. */
function elements(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push(tag.attributes as Record<string, string>);
  });
  parser.write(xml).close();
  return found;
}

const json = (text: string) => JSON.parse(text);
const messagesOf = (results: readonly { readonly messages: readonly unknown[] }[]): number =>
  results.reduce((sum, { messages }) => sum + messages.length, 0);

/** How many findings a report tells of, the one on the document that could not be read among them. */
const COUNTS: Readonly<Record<string, [(write: Write) => Report, (text: string) => number]>> = {
  compact: [compactReport, (text) => text.trimEnd().split('\n').length],
  json: [jsonReport, (text) => messagesOf(json(text))],
  ndjson: [ndjsonReport, (text) => messagesOf(text.trimEnd().split('\n').map(json))],
  gitlab: [gitlabReport, (text) => json(text).length],
  rdjson: [rdjsonReport, (text) => json(text).diagnostics.length],
  checkstyle: [checkstyleReport, (text) => elements(text, 'error').length],
  junit: [
    junitReport,
    (text) =>
      elements(text, 'failure').length + elements(text, 'skipped').length + elements(text, 'error').length,
  ],
  sarif: [
    (write) => sarifReport(write, { version: '1.0.0', help: () => '# Hjälp' }),
    (text) =>
      json(text).runs[0].results.length + json(text).runs[0].invocations[0].toolExecutionNotifications.length,
  ],
  html: [
    (write) => htmlReport(write, { read: () => ({ blocks: [] }) }),
    (text) =>
      (text.match(/<div class="card /gu)?.length ?? 0) +
      text.match(/<p class="none">Filen finns inte/gu)!.length,
  ],
  markdown: [markdownReport, (text) => text.match(/^(?:- \*\*|⚠️)/gmu)!.length],
};

test.each(Object.entries(COUNTS))('%s neither loses nor doubles a finding', (_, [report, count]) => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 4 }), (documents) => {
      const findings = documents.reduce((sum, one) => sum + one.findings.length, 0);
      expect(count(written(report, documents))).toBe(findings + 1);
    }),
  );
});

test('github shows the ten most severe, and says how many there are', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 4 }), (documents) => {
      const findings = documents.flatMap((one) => one.findings);
      const lines = written(githubReport, documents).trimEnd().split('\n');
      const shown = lines.filter((line) => line.startsWith('::'));
      expect(shown.length).toBe(Math.min(10, findings.length + 1));
      const errors = findings.filter(({ severity }) => severity === 'error').length + 1;
      expect(shown.filter((line) => line.startsWith('::error')).length).toBe(Math.min(10, errors));
      expect(lines.at(-1)).toContain(`${findings.length + 1} `);
    }),
  );
});

const one = (findings: readonly Partial<Finding>[]): LintedDocument => {
  const base = fc.sample(document, 1)[0]!;
  const plain = fc.sample(finding, 1)[0]!;
  return { ...base, name: 'brev/maj.md', findings: findings.map((own) => ({ ...plain, fixes: [], ...own })) };
};

test('junit is read by a reader of JUnit', async () => {
  const document = one([
    { severity: 'error', message: 'Ett "fel" & <mer>' },
    { severity: 'info', message: 'Ett råd' },
  ]);
  const read = await parseJunit(written(junitReport, [document]));
  const [told, failed] = read && 'testsuite' in read ? (read.testsuite ?? []) : [];
  expect(told).toMatchObject({ name: 'brev/maj.md', tests: 2, failures: 1, skipped: 1 });
  expect(told?.testcase?.[0]?.failure?.[0]?.message).toBe('Ett "fel" & <mer>');
  expect(failed?.testcase?.[0]?.error?.[0]?.message).toBe('Filen finns inte.');
});

test('rdjson counts its columns in bytes', () => {
  const start = TEXT.indexOf('är');
  const place = { line: 1, column: start + 1, endLine: 1, endColumn: start + 3 };
  const { diagnostics } = json(
    written(rdjsonReport, [one([{ start, end: start + 2, place, whole: false }])]),
  );
  expect(diagnostics[0].location.range).toEqual({
    start: { line: 1, column: Buffer.from(TEXT.slice(0, start)).length + 1 },
    end: { line: 1, column: Buffer.from(TEXT.slice(0, start + 2)).length + 1 },
  });
});

test('github escapes what its commands are made of', () => {
  const place = { line: 3, column: 4, endLine: 3, endColumn: 9 };
  const document = one([{ severity: 'error', message: '100 %\nslut', place, whole: false, expected: [] }]);
  expect(written(githubReport, [{ ...document, name: 'a,b:c.md' }])).toContain(
    '::error file=a%2Cb%3Ac.md,line=3,endLine=3,col=4,endColumn=9,title=tone/hype::100 %25%0Aslut\n',
  );
});

test('markdown lets nothing of the text be markup', () => {
  const document = one([{ severity: 'error', whole: true, message: '”<img src=x>” @alla | [a](b) `c`' }]);
  expect(written(markdownReport, [document])).toContain(
    '- **hela texten** 🔴 fel: ”\\<img src=x\\>” @\u200balla \\| \\[a\\](b) \\`c\\` `tone/hype`',
  );
});

test('the policy of the page in HTML lets its own style and script through', () => {
  const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  expect([STYLE_HASH, SCRIPT_HASH]).toEqual([hash(STYLE), hash(SCRIPT)]);
});

test('sarif gives each result its rule and its fixes', () => {
  const edits = [{ start: 25, end: 28, text: 'Det' }];
  const document = one([{ start: 25, end: 28, fixes: [{ kind: 'safe', edits }] }]);
  const run = json(written(COUNTS['sarif']![0], [document])).runs[0];
  const [result] = run.results;
  expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(result.fixes[0].artifactChanges[0].replacements[0]).toEqual({
    deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
    insertedContent: { text: 'Det' },
  });
  expect(run.invocations[0].executionSuccessful).toBe(false);
});
