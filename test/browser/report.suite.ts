import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { folder, klarlint } from '../cli/klarlint.ts';

/** The report in HTML in a real browser. Needs the Debian package chromium. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DRAFT = `# Nytt i maj

Vi träffas på fredag i syfte att planera hösten! Detta är en banbrytande satsning.

- Vi erhåller svar avseende avgifter.

<script>document.title = 'angrepp'</script>

"><img src=x onerror="document.title='angrepp'"> Vi ses i syfte att <b>äta</b> & dricka.
`;

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(() => browser.close());

/** The report on the draft, in a window of a size. */
async function open(size: { width: number; height: number }, draft = DRAFT): Promise<Page> {
  const cwd = folder({ 'utkast.md': draft, 'ren.md': 'Vi ses i maj.\n' });
  const { stdout } = await klarlint(['--format', 'html', '.'], { cwd });
  writeFileSync(join(cwd, 'rapport.html'), stdout);
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => faults.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(request.url());
  });
  await page.goto(pathToFileURL(join(cwd, 'rapport.html')).href);
  onTestFinished(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });
  return page;
}

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 800 };

test('words at fault are marked, and a click shows why', async () => {
  const page = await open(WIDE);
  const mark = page.locator('mark', { hasText: /^i syfte att$/u }).first();
  await mark.click();
  const card = page.locator('.card.now');
  expect(await card.innerText()).toContain('Skriv ”för att”.');
  expect(await page.locator('mark.now').first().innerText()).toBe('i syfte att');
  await page.keyboard.press('Escape');
  expect(await page.locator('.card.now').count()).toBe(0);
});

test('filters by level and group take away findings, and put them back', async () => {
  const page = await open(WIDE);
  const all = Number(await page.locator('.shown').innerText());
  expect(await page.locator('.card').count()).toBe(all);
  await page.getByRole('button', { name: /^ordval/u }).click();
  const left = Number(await page.locator('.shown').innerText());
  expect(left).toBeLessThan(all);
  expect(await page.locator('.card:visible').count()).toBe(left);
  expect(
    await page
      .locator('mark', { hasText: /^i syfte att$/u })
      .first()
      .getAttribute('class'),
  ).toContain('off');
  await page.getByRole('button', { name: /^ordval/u }).click();
  expect(await page.locator('.card:visible').count()).toBe(all);
});

test('the keyboard is enough', async () => {
  const page = await open(WIDE);
  await page.keyboard.press('n');
  const first = await page.locator('.card.now').getAttribute('id');
  await page.keyboard.press('n');
  expect(await page.locator('.card.now').getAttribute('id')).not.toBe(first);
  await page.keyboard.press('p');
  expect(await page.locator('.card.now').getAttribute('id')).toBe(first);
  await page.locator('mark').nth(1).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.card.now').count()).toBe(1);
});

test('on a telephone a tap opens what is said at the foot of the screen', async () => {
  const page = await open(NARROW);
  await page.locator('mark').first().click();
  expect(await page.locator('.tip.open').isVisible()).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('what stands in a draft is text and nothing else', async () => {
  const page = await open(WIDE);
  expect(await page.title()).toBe('Granskning med klarlint');
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('script').count()).toBe(1);
});

test('a printed report has the text and what is said, without buttons', async () => {
  const page = await open(WIDE);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('.card').first().isVisible()).toBe(true);
  expect((await page.pdf()).length).toBeGreaterThan(5000);
});

test.each([
  ['wide', WIDE, 'light'],
  ['narrow', NARROW, 'light'],
  ['dark', WIDE, 'dark'],
] as const)('axe finds nothing to say: %s', async (_, size, colorScheme) => {
  const page = await open(size);
  await page.emulateMedia({ colorScheme });
  await page.locator('mark').first().click();
  // The policy of the page lets no other script through: axe is run by the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary])))',
    awaitPromise: true,
    returnByValue: true,
  });
  expect(JSON.parse(result.value)).toEqual([]);
});
