import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { folder } from '../cli/klarlint.ts';
import { type Started, type StartOptions, startCode, startWeb } from './vscode.ts';

/**
 * The extension as it is packaged, in a real VS Code. Needs `npm run package:vscode`, `.ci/vscode-server` and the Debian
 * package chromium. With KLARLINT_SCREENSHOTS set, the pictures of the README are made there.
 */
const DRAFT = `# Nytt från mottagningen

Vi träffas på fredag i syfte att planera hösten. Sedan gör flumplaren sitt.
`;

async function start(options: Partial<StartOptions> = {}): Promise<Started> {
  const code = await startCode({ files: { 'brev.md': DRAFT }, open: 'brev.md', ...options });
  onTestFinished(() => code.stop());
  await code.page.locator('.view-line', { hasText: 'Vi träffas' }).first().waitFor({ timeout: 60_000 });
  return code;
}

async function picture(page: Page, name: string): Promise<void> {
  const place = process.env['KLARLINT_SCREENSHOTS'];
  const clip = { x: 0, y: 0, width: 1280, height: 460 };
  if (place) await page.screenshot({ path: join(place, `${name}.png`), clip });
}

const squiggle = (page: Page) => page.locator('.squiggly-warning, .squiggly-error');

/** Opens what can be done about the finding that the Problems view names, and chooses one. */
async function choose(page: Page, problem: string, action: string): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: problem });
  await row.waitFor({ timeout: 30_000 });
  await row.dblclick();
  await page.locator('.monaco-editor.focused').first().waitFor({ timeout: 10_000 });
  const item = page.locator('.action-widget .monaco-list-row', { hasText: action }).first();
  // The provider of actions may come after the first diagnostics.
  for (let i = 0; ; i++) {
    await page.keyboard.press('Control+.');
    try {
      await item.waitFor({ timeout: 4000 });
      break;
    } catch (error) {
      if (i === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await picture(page, 'actions');
  // By the keyboard, as a writer does: the mouse waits for the menu to let it in.
  const focused = page.locator('.action-widget .monaco-list-row.focused');
  for (let i = 0; i < 12 && !(await focused.innerText()).includes(action); i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a squiggle, its problem, its replacement, and the squiggle is gone from the saved file', async () => {
  const { page, workspace } = await start();
  await squiggle(page).first().waitFor({ timeout: 60_000 });
  await choose(page, '”i syfte att” är onödigt långt.', 'Skriv ”för att”');
  await page.locator('.view-line', { hasText: 'fredag för att planera' }).waitFor({ timeout: 10_000 });
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(workspace, 'brev.md'), 'utf8'), { timeout: 10_000 })
    .toContain('för att');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'i syfte att' });
  await row.waitFor({ state: 'detached', timeout: 10_000 });
});

test('a hover says why, and a word that is added is known', async () => {
  const { page, workspace } = await start({ files: { 'brev.md': DRAFT, 'klarlint.yml': 'title: Lillby\n' } });
  await squiggle(page).first().waitFor({ timeout: 60_000 });
  await page
    .locator('.view-line', { hasText: 'i syfte att' })
    .locator('span span')
    .first()
    .hover({ position: { x: 200, y: 8 } });
  const hover = page.locator('.monaco-hover', { hasText: 'Myndigheternas skrivregler' }).first();
  await hover.waitFor({ timeout: 15_000 });
  await picture(page, 'hover');
  await page.keyboard.press('Escape');
  await choose(page, '”flumplaren” finns inte i ordlistan.', 'i projektets ordlista');
  await page
    .locator('.markers-panel .monaco-list-row', { hasText: 'flumplaren' })
    .waitFor({ state: 'detached', timeout: 15_000 });
  expect(readFileSync(join(workspace, 'klarlint.yml'), 'utf8')).toContain('- flumplaren');
});

test('another profile lints anew, and the statistics go to a sentence', async () => {
  const hard =
    'Kommunikationsavdelningens verksamhetsplanering förutsätter tvärsektoriella samverkansstrukturer som möjliggör kontinuerlig kvalitetsutveckling för alla berörda verksamheter.';
  const { page } = await start({ files: { 'brev.md': `${DRAFT}\n${hard}\n` } });
  const bar = page
    .locator('.statusbar-item', { hasText: 'ord' })
    .or(page.locator('.statusbar-item', { hasText: 'words' }));
  await bar.first().waitFor({ timeout: 60_000 });
  await bar.first().click();
  const sentence = page.locator('.pane-body .monaco-list-row', { hasText: 'Kommunikationsavdelningens' });
  await sentence.waitFor({ timeout: 15_000 });
  await picture(page, 'statistics');
  await sentence.click();
  await page.locator('.monaco-editor.focused').first().waitFor({ timeout: 10_000 });
  await page.keyboard.press('F1');
  await page.keyboard.type('klarlint: ');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: /guideline|riktlinje/iu })
    .first()
    .click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stockholms län' }).click();
  const guideline = page.locator('.pane-body .monaco-list-row', { hasText: 'Stockholms län' });
  await guideline.waitFor({ timeout: 15_000 });
});

test('in a folder that is not trusted it works all the same', async () => {
  const { page } = await start({ restricted: true });
  await squiggle(page).first().waitFor({ timeout: 60_000 });
  await choose(page, '”i syfte att” är onödigt långt.', 'Skriv ”för att”');
  await page.locator('.view-line', { hasText: 'fredag för att planera' }).waitFor({ timeout: 10_000 });
});

test('inside the extension host: diagnostics, actions, hovers, lenses, fix all', async () => {
  const told = join(folder({}), 'told.json');
  let done: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    done = resolve;
  });
  const root = join(import.meta.dirname, '../..');
  const code = await startCode({
    files: { 'brev.md': 'Vi träffas på fredag i syfte att planera hösten.\n' },
    open: 'brev.md',
    install: false,
    env: { KLARLINT_TOLD: told },
    payload: [
      ['extensionDevelopmentPath', join(root, 'vscode-extension')],
      ['extensionTestsPath', join(import.meta.dirname, 'extension-host.cjs')],
    ],
    prepare: async (page) => {
      await page.exposeFunction('codeAutomationExit', () => done());
      await page.exposeFunction('codeAutomationLog', () => {});
    },
  });
  onTestFinished(() => code.stop());
  await ended;
  const { hover, ...rest } = JSON.parse(readFileSync(told, 'utf8'));
  expect(rest).toEqual({
    diagnostic: ['”i syfte att” är onödigt långt. Skriv ”för att”.', 'words/complex-preposition', 1, 21],
    actions: [
      'Skriv ”för att”',
      'Låt stycket vara (words/complex-preposition)',
      'Förklara regeln words/complex-preposition',
    ],
    lenses: ['9 ord · 1 anmärkning'],
    text: 'Vi träffas på fredag för att planera hösten.\n',
    commands: ['chooseProfile', 'fixAll', 'goTo', 'lintWorkspace', 'restart', 'showStatistics'].map(
      (name) => `klarlint.${name}`,
    ),
  });
  expect(hover).toContain('Myndigheternas skrivregler 1.4.7');
});

test('in VS Code for the web: the folder’s own guideline, and words that are added', async () => {
  const { page, stop } = await startWeb({
    'brev.md': `${DRAFT}\nDär finns också en knorvel.\n`,
    'klarlint.yml': 'extends: ./riktlinjer/lillby.yml\n',
    'riktlinjer/lillby.yml': 'terms:\n  - use: höstterminen\n    not: [hösten]\n',
  });
  onTestFinished(() => stop());
  await page
    .locator('.explorer-viewlet .monaco-list-row', { hasText: 'brev.md' })
    .dblclick({ timeout: 60_000 });
  await squiggle(page).first().waitFor({ timeout: 60_000 });
  await choose(page, '”i syfte att” är onödigt långt.', 'Skriv ”för att”');
  await page.locator('.view-line', { hasText: 'fredag för att planera' }).waitFor({ timeout: 10_000 });
  await choose(page, '”hösten” är inte rätt', 'Skriv ”höstterminen”');
  await page.locator('.view-line', { hasText: 'planera höstterminen' }).waitFor({ timeout: 10_000 });
  for (const [word, place] of [
    ['flumplaren', 'i projektets ordlista'],
    ['knorvel', 'i din egen ordlista'],
  ] as const) {
    await choose(page, `”${word}” finns inte i ordlistan.`, place);
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: word })
      .waitFor({ state: 'detached', timeout: 15_000 });
  }
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'klarlint.yml' }).dblclick();
  await page.locator('.view-line', { hasText: '- flumplaren' }).waitFor({ timeout: 10_000 });
});
